"""The screens: Qt widgets on top of what models and reports say; reads lists, calls actions."""
