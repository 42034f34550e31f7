/* A disk that fails once: the nth write, flush, rename or close under a folder goes wrong in one way. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE, ERROR, FULL, SHORT, DROPPED, FLIPPED, KILLED };

static char under[4096];
static int kind = NONE;
static long nth = 0, seen = 0;

void fault_arm(const char *folder, int how, long which) {
    strncpy(under, folder, sizeof under - 1);
    kind = how; nth = which; seen = 0;
}

long fault_seen(void) { return seen; }

/* A write that reaches no device is still in the system's memory, and SQLite's -shm file is nothing but memory. */
static int meant(const char *path) {
    return under[0] && strstr(path, under) != NULL && !(kind == DROPPED && strstr(path, "-shm"));
}

static int file_meant(int fd) {
    char link[64], path[4096];
    if (!under[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return meant(path);
}

/* Whether this call is the one; a kill happens here. */
static int now(void) {
    if (++seen != nth) return 0;
    if (kind == KILLED) _exit(137);
    return 1;
}

static ssize_t bent(const void *data, size_t size, ssize_t (*go)(const void *, size_t, void *), void *more) {
    char *copy;
    ssize_t done;
    switch (kind) {
    case FULL: errno = ENOSPC; return -1;
    case SHORT: return go(data, size > 1 ? size / 2 : size, more);
    case DROPPED: return (ssize_t)size;
    case FLIPPED:
        if (posix_memalign((void **)&copy, 4096, size + 1)) return -1; /* direct writing wants it so */
        memcpy(copy, data, size);
        if (size) copy[size / 2] ^= 4;
        done = go(copy, size, more);
        free(copy);
        return done;
    default: errno = EIO; return -1;
    }
}

struct place { int fd; off_t at; };

static ssize_t go_write(const void *data, size_t size, void *more) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    return real(((struct place *)more)->fd, data, size);
}

static ssize_t go_pwrite(const void *data, size_t size, void *more) {
    static ssize_t (*real)(int, const void *, size_t, off_t);
    struct place *to = more;
    if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
    return real(to->fd, data, size, to->at);
}

ssize_t write(int fd, const void *data, size_t size) {
    struct place to = {fd, 0};
    return file_meant(fd) && now() ? bent(data, size, go_write, &to) : go_write(data, size, &to);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off_t at) {
    struct place to = {fd, at};
    return file_meant(fd) && now() ? bent(data, size, go_pwrite, &to) : go_pwrite(data, size, &to);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return pwrite64(fd, data, size, at); }

#define REFUSES (kind == ERROR || kind == FULL)

#define ON_FILE(name)                                            \
    int name(int fd) {                                           \
        static int (*real)(int);                                 \
        if (!real) real = dlsym(RTLD_NEXT, #name);               \
        if (file_meant(fd) && now() && REFUSES) {                \
            errno = kind == FULL ? ENOSPC : EIO;                 \
            return -1;                                           \
        }                                                        \
        return real(fd);                                         \
    }

ON_FILE(fsync)
ON_FILE(fdatasync)

int close(int fd) {
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "close");
    int refuses = file_meant(fd) && now() && REFUSES, done = real(fd);
    if (refuses) { errno = kind == FULL ? ENOSPC : EIO; return -1; }
    return done;
}

int rename(const char *old, const char *new) {
    static int (*real)(const char *, const char *);
    if (!real) real = dlsym(RTLD_NEXT, "rename");
    if ((meant(old) || meant(new)) && now() && REFUSES) { errno = kind == FULL ? ENOSPC : EIO; return -1; }
    return real(old, new);
}
