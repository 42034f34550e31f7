CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE counter (series TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    lines INTEGER NOT NULL,
    code TEXT NOT NULL,
    chain_key TEXT NOT NULL) STRICT;
CREATE TABLE audit_line (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    details TEXT NOT NULL,
    code TEXT NOT NULL) STRICT;
CREATE INDEX audit_line_record ON audit_line (kind, record_id);
CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    roles TEXT NOT NULL,
    pin_hash TEXT NOT NULL,
    misses INTEGER NOT NULL,
    left_on TEXT) STRICT;
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    form TEXT NOT NULL,
    content TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    UNIQUE (staff_id, form)) STRICT;
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    content BLOB NOT NULL) STRICT;
CREATE INDEX attachment_record ON attachment (kind, record_id);
CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    UNIQUE (kind, record_id)) STRICT;
CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'company')),
    name TEXT NOT NULL,
    form_of_address TEXT NOT NULL CHECK (form_of_address IN ('', 'mr', 'ms')),
    contact_person TEXT NOT NULL,
    no_contact INTEGER NOT NULL CHECK (no_contact IN (0, 1)),
    wechat TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    id_number TEXT NOT NULL,
    best_time TEXT NOT NULL,
    source TEXT NOT NULL,
    referred_by_id INTEGER REFERENCES customer (id),
    owner_id INTEGER REFERENCES staff (id),
    intent TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('new', 'contacted', 'visited', 'tested', 'quoted', 'ordered', 'delivered',
        'lost')),
    wish TEXT NOT NULL,
    note TEXT NOT NULL,
    last_contact_at INTEGER NOT NULL) STRICT;
CREATE INDEX customer_recent ON customer (last_contact_at, id);
CREATE INDEX customer_owner ON customer (owner_id, last_contact_at, id);
CREATE TABLE customer_phone (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    digits TEXT NOT NULL) STRICT;
CREATE INDEX customer_phone_customer ON customer_phone (customer_id, position);
CREATE INDEX customer_phone_digits ON customer_phone (digits);
CREATE TABLE register_line (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('visit', 'call')),
    at INTEGER NOT NULL,
    left_at INTEGER,
    customer_id INTEGER REFERENCES customer (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    party_size INTEGER NOT NULL,
    first_time INTEGER NOT NULL CHECK (first_time IN (0, 1)),
    phone TEXT NOT NULL,
    about TEXT NOT NULL,
    result TEXT NOT NULL) STRICT;
CREATE INDEX register_line_at ON register_line (kind, at);
CREATE INDEX register_line_customer ON register_line (customer_id, at);
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    code TEXT NOT NULL,
    category TEXT NOT NULL,
    name TEXT NOT NULL,
    spec TEXT NOT NULL,
    unit TEXT NOT NULL,
    price INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    UNIQUE (code)) STRICT;
CREATE TABLE quote (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL,
    edition INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    consultant_id INTEGER NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'offered', 'accepted', 'declined', 'expired', 'superseded')),
    quoted_on TEXT NOT NULL,
    valid_days INTEGER NOT NULL,
    plan TEXT NOT NULL,
    whole_discount INTEGER NOT NULL CHECK (whole_discount >= 0),
    total INTEGER NOT NULL,
    needs TEXT NOT NULL,
    note TEXT NOT NULL,
    UNIQUE (number, edition)) STRICT;
CREATE INDEX quote_customer ON quote (customer_id);
CREATE INDEX quote_changed ON quote (changed_at);
CREATE TABLE quote_line (
    id INTEGER PRIMARY KEY,
    quote_id INTEGER NOT NULL REFERENCES quote (id),
    position INTEGER NOT NULL,
    item_id INTEGER REFERENCES item (id),
    category TEXT NOT NULL,
    name TEXT NOT NULL,
    spec TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_price INTEGER NOT NULL,
    discount INTEGER NOT NULL CHECK (discount >= 0),
    cost INTEGER NOT NULL,
    UNIQUE (quote_id, position)) STRICT;
CREATE TABLE contract (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    quote_id INTEGER UNIQUE REFERENCES quote (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    consultant_id INTEGER NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'signed', 'in_delivery', 'delivered',
        'settled', 'closed', 'cancelled')),
    plan TEXT NOT NULL,
    whole_discount INTEGER NOT NULL CHECK (whole_discount >= 0),
    total INTEGER NOT NULL,
    subject TEXT NOT NULL,
    place TEXT NOT NULL,
    signed_on TEXT,
    reason TEXT NOT NULL,
    frozen BLOB) STRICT;
CREATE INDEX contract_customer ON contract (customer_id);
CREATE INDEX contract_state ON contract (state, changed_at);
CREATE TABLE contract_party (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    position INTEGER NOT NULL CHECK (position IN (1, 2)),
    name TEXT NOT NULL,
    id_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    UNIQUE (contract_id, position)) STRICT;
CREATE TABLE contract_line (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    position INTEGER NOT NULL,
    item_id INTEGER REFERENCES item (id),
    category TEXT NOT NULL,
    name TEXT NOT NULL,
    spec TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_price INTEGER NOT NULL,
    discount INTEGER NOT NULL CHECK (discount >= 0),
    cost INTEGER NOT NULL,
    UNIQUE (contract_id, position)) STRICT;
CREATE TABLE contract_stage (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    condition TEXT NOT NULL,
    share INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    due_on TEXT,
    UNIQUE (contract_id, position)) STRICT;
CREATE INDEX contract_stage_due ON contract_stage (due_on);
CREATE TABLE contract_approval (
    id INTEGER PRIMARY KEY,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    step TEXT NOT NULL CHECK (step IN ('manager', 'cashier', 'owner')),
    because TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    decided_by_id INTEGER REFERENCES staff (id),
    decided_at INTEGER,
    decision TEXT NOT NULL CHECK (decision IN ('open', 'granted', 'returned')),
    reason TEXT NOT NULL) STRICT;
CREATE INDEX contract_approval_contract ON contract_approval (contract_id);
CREATE INDEX contract_approval_open ON contract_approval (decision, asked_at);
CREATE TABLE payment (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    contract_id INTEGER NOT NULL REFERENCES contract (id),
    received_on TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    method TEXT NOT NULL CHECK (method IN ('cash', 'card', 'transfer', 'wechat', 'alipay', 'loan', 'trade_in')),
    payer TEXT NOT NULL,
    reference_number TEXT NOT NULL,
    cashier_id INTEGER NOT NULL REFERENCES staff (id),
    reverses_id INTEGER UNIQUE REFERENCES payment (id),
    note TEXT NOT NULL) STRICT;
CREATE INDEX payment_contract ON payment (contract_id);
CREATE TABLE paper_print (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    edition INTEGER NOT NULL,
    print_no INTEGER NOT NULL,
    language TEXT NOT NULL,
    size TEXT NOT NULL,
    watermark TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    check_value TEXT NOT NULL,
    facts BLOB NOT NULL,
    staff_id INTEGER NOT NULL,
    printed_by TEXT NOT NULL,
    printed_at INTEGER NOT NULL,
    UNIQUE (kind, number, edition, watermark, print_no)) STRICT;
CREATE VIRTUAL TABLE search_grams USING fts5 (
    grams, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '^'");
INSERT INTO setting (name, value) VALUES ('profile', '{"address": "滨江路1号", "bank": "工商银行", "bank_account": "6222 0000 1111", "logo": "", "name": "远航汽车", "paper_language": "zh_CN", "phone": "400-100-2000", "receipt_size": "a5", "sample_data": false, "tax_number": "91330000MA2B0000"}');
INSERT INTO setting (name, value) VALUES ('trade', '{"code":"car_dealership","name":{"en":"Car dealership","zh_CN":"汽车销售","zh_TW":"汽車銷售"},"order":1,"icon":"mdi6.car","words":{"main_goods":{"en":"Vehicle","zh_CN":"整车","zh_TW":"整車"},"consultant":{"en":"Sales consultant","zh_CN":"销售顾问","zh_TW":"銷售顧問"},"delivery":{"en":"Vehicle delivery","zh_CN":"交车","zh_TW":"交車"}},"categories":[{"code":"vehicle","name":{"en":"Vehicle","zh_CN":"整车","zh_TW":"整車"},"kind":"goods"},{"code":"accessory","name":{"en":"Accessories","zh_CN":"精品附件","zh_TW":"精品配件"},"kind":"accessory"},{"code":"service","name":{"en":"Services","zh_CN":"服务","zh_TW":"服務"},"kind":"service"},{"code":"pass_through","name":{"en":"Paid on your behalf","zh_CN":"代收代付","zh_TW":"代收代付"},"kind":"pass_through","remark":{"en":"settled by the actual receipts, difference refunded or collected","zh_CN":"按实际票据结算，多退少补","zh_TW":"依實際單據結算，多退少補"}}],"payment_plans":[{"code":"deposit_balance","name":{"en":"Deposit and balance","zh_CN":"定金 + 交车前付清","zh_TW":"訂金 + 交車前付清"},"stages":[{"code":"deposit","name":{"en":"Deposit","zh_CN":"定金","zh_TW":"訂金"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"amount":"10000.00","deposit":true},{"code":"balance","name":{"en":"Balance","zh_CN":"余款","zh_TW":"餘款"},"due":{"event":"delivery","days":-1},"condition":{"en":"paid in full the day before hand-over","zh_CN":"交车前一日付清","zh_TW":"交車前一日付清"},"rest":true}]},{"code":"loan","name":{"en":"Deposit, down payment and loan","zh_CN":"定金 + 首付 + 贷款","zh_TW":"訂金 + 頭期款 + 貸款"},"stages":[{"code":"deposit","name":{"en":"Deposit","zh_CN":"定金","zh_TW":"訂金"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"amount":"10000.00","deposit":true},{"code":"down_payment","name":{"en":"Down payment","zh_CN":"首付款","zh_TW":"頭期款"},"due":{"event":"delivery","days":-1},"condition":{"en":"the day before hand-over","zh_CN":"交车前一日","zh_TW":"交車前一日"},"rest":true},{"code":"loan","name":{"en":"Loan","zh_CN":"贷款","zh_TW":"貸款"},"due":{"event":"delivery","days":-1},"condition":{"en":"paid by the lender into the seller''s account before hand-over","zh_CN":"金融机构放款至甲方账户，交车前到账","zh_TW":"金融機構於交車前撥款至甲方帳戶"},"share":"60.00"}]},{"code":"full","name":{"en":"Full payment at signing","zh_CN":"签约时一次付清","zh_TW":"簽約時一次付清"},"stages":[{"code":"full","name":{"en":"Full price","zh_CN":"全款","zh_TW":"全款"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"share":"100.00"}]}],"contract":{"title":{"en":"Vehicle Sales Contract","zh_CN":"汽车购销合同","zh_TW":"汽車買賣合約"},"seller_role":{"en":"Party A (Seller)","zh_CN":"甲方（卖方）","zh_TW":"甲方（賣方）"},"buyer_role":{"en":"Party B (Buyer)","zh_CN":"乙方（买方）","zh_TW":"乙方（買方）"},"preamble":{"en":"In accordance with the civil code and other laws that apply, and in equality, of their own free will and in good faith, Party A {store} and Party B {buyer} agree as follows on the sale of a vehicle and related services.","zh_CN":"甲方{store}与乙方{buyer}依据《中华人民共和国民法典》及有关法律，在平等、自愿、诚实信用的基础上，就乙方向甲方购买汽车及相关服务订立本合同，共同遵守。","zh_TW":"甲方{store}與乙方{buyer}依據民事法律及相關規定，本於平等、自願及誠實信用原則，就乙方向甲方購買汽車及相關服務訂立本合約，共同遵守。"},"subject_title":{"en":"The Vehicle","zh_CN":"标的车辆","zh_TW":"標的車輛"},"subject_fields":[{"code":"brand","name":{"en":"Brand","zh_CN":"品牌","zh_TW":"品牌"},"required":true},{"code":"model","name":{"en":"Model","zh_CN":"型号","zh_TW":"車型"},"required":true},{"code":"quantity","name":{"en":"Quantity","zh_CN":"数量","zh_TW":"數量"},"kind":"number","required":true},{"code":"colour","name":{"en":"Colour","zh_CN":"车身颜色","zh_TW":"車身顏色"},"required":true},{"code":"interior","name":{"en":"Interior","zh_CN":"内饰","zh_TW":"內裝"}},{"code":"seats","name":{"en":"Seats","zh_CN":"座位数","zh_TW":"座位數"},"kind":"number"},{"code":"vin","name":{"en":"VIN","zh_CN":"车架号","zh_TW":"車身號碼"},"kind":"vin"},{"code":"engine_number","name":{"en":"Engine no.","zh_CN":"发动机号","zh_TW":"引擎號碼"}},{"code":"emission_standard","name":{"en":"Emissions","zh_CN":"排放标准","zh_TW":"排放標準"}},{"code":"built_on","name":{"en":"Built on","zh_CN":"生产日期","zh_TW":"出廠日期"},"kind":"date"},{"code":"delivery_date","name":{"en":"Hand-over","zh_CN":"约定交车日","zh_TW":"約定交車日"},"kind":"date","required":true,"event":"delivery"},{"code":"delivery_place","name":{"en":"Place","zh_CN":"交车地点","zh_TW":"交車地點"},"required":true}],"plan_notes":[{"en":"Party A gives a receipt for every payment. Once {invoice_from} of the total price has been received, Party B may ask for the vehicle sales invoice.","zh_CN":"甲方每收一笔款项即出具收款收据；已收款达到合同总价 {invoice_from} 后，乙方可申请开具机动车销售统一发票。","zh_TW":"甲方每收一筆款項即開立收款收據；已收款達合約總價 {invoice_from} 後，乙方得申請開立購車發票。"},{"en":"Party A hands the vehicle over once Party B has paid what is due. Where a loan is not approved, the provisions on rescission below apply.","zh_CN":"乙方付清应付款项后，甲方办理车辆交付。贷款未获批准的，双方按本合同关于解除的约定处理。","zh_TW":"乙方付清應付款項後，甲方辦理車輛交付。貸款未獲核准者，雙方依本合約關於解除之約定辦理。"}],"articles":[{"title":{"en":"Delivery","zh_CN":"车辆交付","zh_TW":"車輛交付"},"clauses":[{"en":"Party A delivers the vehicle to Party B on {delivery_date} at {delivery_place}. A party that needs another date tells the other before the agreed one, and the new date is agreed in writing.","zh_CN":"甲方于 {delivery_date} 在{delivery_place}向乙方交付车辆。一方需要改期的，应在原定日期之前告知对方，并书面约定新的日期。","zh_TW":"甲方於 {delivery_date} 在{delivery_place}向乙方交付車輛。一方需改期者，應於原定日期前告知他方，並以書面約定新的日期。"},{"en":"Before delivery Party A carries out the pre-delivery inspection (PDI), cleans the vehicle and shows Party B the inspection record.","zh_CN":"交付前，甲方完成交付前检查（PDI）和车辆清洁，并向乙方出示检查记录。","zh_TW":"交付前，甲方完成交付前檢查（PDI）和車輛清潔，並向乙方出示檢查紀錄。"},{"en":"Handed over together with the vehicle are its certificate of conformity, invoice, warranty booklet, manual, tools and all keys; each is entered on the delivery checklist.","zh_CN":"甲方随车移交车辆合格证、发票、保修手册、使用说明书、随车工具和全部钥匙，并逐项记入交车确认表。","zh_TW":"甲方隨車移交車輛合格證明、發票、保固手冊、使用說明書、隨車工具及全部鑰匙，並逐項記入交車確認表。"},{"en":"Party B may have the vehicle collected by another person, who presents a written authorisation and identity documents.","zh_CN":"乙方可以委托他人提车，受托人应出示书面委托书和双方身份证件。","zh_TW":"乙方得委託他人領車，受託人應出示委託書及雙方身分證件。"}]},{"title":{"en":"Inspection by the Buyer","zh_CN":"车辆验收","zh_TW":"車輛驗收"},"clauses":[{"en":"At hand-over Party B checks the exterior, interior, equipment, mileage and items supplied, and compares the VIN and engine number with this contract.","zh_CN":"交车时，乙方当场检查车辆外观、内饰、配置、里程数和随车物品，并核对车架号、发动机号与本合同是否一致。","zh_TW":"交車時，乙方當場檢查車輛外觀、內裝、配備、里程數及隨車物品，並核對車身號碼、引擎號碼與本合約是否一致。"},{"en":"If there is damage, a difference in equipment or a malfunction, Party B may refuse the vehicle, or note it on the delivery checklist with a date by which Party A puts it right.","zh_CN":"发现外观损伤、配置不符或功能异常的，乙方可以拒收，也可以在交车确认表上注明，由甲方在约定期限内处理完毕。","zh_TW":"發現外觀損傷、配備不符或功能異常者，乙方得拒絕受領，亦得於交車確認表上註明，由甲方於約定期限內處理完畢。"},{"en":"Signing the delivery checklist confirms what can be seen at hand-over. It does not release Party A from liability for defects that cannot.","zh_CN":"乙方签署交车确认表，表示对当场可见的状况予以确认；甲方对当场不能发现的瑕疵仍依法承担责任。","zh_TW":"乙方簽署交車確認表，表示確認當場可見之狀況；甲方對當場無法發現之瑕疵，仍依法負責。"}]},{"title":{"en":"Services on the Buyer''s Behalf","zh_CN":"代办事项","zh_TW":"代辦事項"},"clauses":[{"en":"Where Party B entrusts Party A with insurance, taxes or registration, sums collected for them are used for nothing else and are settled by the actual receipts.","zh_CN":"乙方委托甲方办理保险、缴税或登记上牌的，代收款项专款专用，按实际票据结算，多退少补。","zh_TW":"乙方委託甲方辦理保險、繳稅或領牌登記者，代收款項專款專用，依實際單據結算，多退少補。"},{"en":"Party A submits the applications within 5 working days of receiving complete documents and the sums due. A delay caused by missing documents or by an authority extends the time, and Party A says so without delay.","zh_CN":"乙方资料齐全且款项到账后，甲方在 5 个工作日内提交申请。因资料不全或主管部门原因延误的，时间相应顺延，甲方应及时告知。","zh_TW":"乙方資料齊全且款項到帳後，甲方於 5 個工作天內送件。因資料不全或主管機關之原因延誤者，時間順延，甲方應即時告知。"},{"en":"Party B is free to choose insurer, cover and lender. Party A does not make the sale depend on buying insurance, a loan or accessories.","zh_CN":"保险公司、险种和贷款机构由乙方自主选择，甲方不得以购买保险、贷款或精品作为售车条件。","zh_TW":"保險公司、險種及貸款機構由乙方自由選擇，甲方不得以購買保險、貸款或精品配件作為售車條件。"}]},{"title":{"en":"Title and Risk","zh_CN":"所有权与风险","zh_TW":"所有權與風險"},"clauses":[{"en":"Title passes to Party B when the total price has been paid and the vehicle has been delivered.","zh_CN":"乙方付清合同总价且车辆交付时，车辆所有权转移给乙方。","zh_TW":"乙方付清合約總價且車輛交付時，車輛所有權移轉予乙方。"},{"en":"The risk of loss or damage is Party A''s until delivery and Party B''s from then on. If Party B does not take delivery on the agreed day without good reason, the risk passes on that day.","zh_CN":"车辆毁损、灭失的风险，交付前由甲方承担，交付后由乙方承担；乙方无正当理由未按期提车的，自约定交车日起由乙方承担。","zh_TW":"車輛毀損、滅失之危險，交付前由甲方負擔，交付後由乙方負擔；乙方無正當理由未按期領車者，自約定交車日起由乙方負擔。"},{"en":"Party A warrants that the vehicle is of lawful origin and free of mortgage, seizure and claims of third parties, and that it has had no accident or repair that was not disclosed.","zh_CN":"甲方保证车辆来源合法，不存在抵押、查封或第三人主张权利的情形，也没有未告知的事故或维修记录。","zh_TW":"甲方保證車輛來源合法，無抵押、查封或第三人主張權利之情事，亦無未告知之事故或維修紀錄。"}]},{"title":{"en":"Duties of the Parties","zh_CN":"双方义务","zh_TW":"雙方義務"},"clauses":[{"en":"Party A tells Party B truthfully the equipment, build date, consumption and price of the vehicle and any work done on it before delivery, and charges nothing that this contract does not name.","zh_CN":"甲方应如实告知车辆的配置、生产日期、能耗、价格和交付前的维修情况，不得收取本合同之外的费用。","zh_TW":"甲方應據實告知車輛之配備、出廠日期、能耗、價格及交付前之維修情形，不得收取本合約以外之費用。"},{"en":"Party B provides true and complete documents, pays as agreed and takes delivery in time.","zh_CN":"乙方应提供真实、完整的资料，按约付款并按期提车。","zh_TW":"乙方應提供真實、完整之資料，依約付款並按期領車。"},{"en":"Party B warrants that a vehicle traded in belongs to them and has no undisclosed accident, mortgage or unpaid fine. If its condition differs from the appraisal, the parties appraise it again.","zh_CN":"乙方以旧车置换的，应保证旧车权属清楚，无未告知的事故、抵押或未处理的违章；车况与评估时不一致的，双方重新评估。","zh_TW":"乙方以舊車折抵者，應保證舊車權屬清楚，無未告知之事故、抵押或未結清之罰鍰；車況與評估時不符者，雙方重新評估。"}]},{"title":{"en":"Breach of Contract","zh_CN":"违约责任","zh_TW":"違約責任"},"clauses":[{"en":"If Party A delivers late, it pays {overdue_interest} of the sum already paid for each day. After more than 15 days Party B may rescind the contract.","zh_CN":"甲方逾期交车的，自逾期之日起按乙方已付款每日 {overdue_interest} 支付违约金；逾期超过 15 日的，乙方有权解除合同。","zh_TW":"甲方逾期交車者，自逾期之日起按乙方已付款每日 {overdue_interest} 支付違約金；逾期超過 15 日者，乙方得解除合約。"},{"en":"If Party B pays late, it pays {overdue_interest} of the overdue sum for each day. After more than 15 days Party A may rescind the contract.","zh_CN":"乙方逾期付款的，自逾期之日起按逾期金额每日 {overdue_interest} 支付违约金；逾期超过 15 日的，甲方有权解除合同。","zh_TW":"乙方逾期付款者，自逾期之日起按逾期金額每日 {overdue_interest} 支付違約金；逾期超過 15 日者，甲方得解除合約。"},{"en":"If the vehicle does not conform to this contract, Party B may demand repair, replacement, a lower price or rescission. In case of fraud Party A is liable by law beyond that.","zh_CN":"车辆与本合同不符的，乙方可以要求修理、更换、减少价款或解除合同；甲方存在欺诈行为的，另依法承担责任。","zh_TW":"車輛與本合約不符者，乙方得請求修理、更換、減少價金或解除合約；甲方有詐欺情事者，另依法負責。"},{"en":"A party prevented by force majeure is not liable to that extent, provided it tells the other without delay and furnishes proof.","zh_CN":"因不可抗力不能履行的，在影响范围内免除责任，但应及时通知对方并提供证明。","zh_TW":"因不可抗力致不能履行者，於其影響範圍內免除責任，但應即時通知他方並提供證明。"}]},{"title":{"en":"Amendment and Rescission","zh_CN":"变更与解除","zh_TW":"變更與解除"},"clauses":[{"en":"This contract is not altered by hand after signing. Changes are made by a numbered amendment, which once signed by both parties has the same force as this contract.","zh_CN":"本合同签订后不作涂改。需要变更的，双方另签带编号的增减项补充协议，签字盖章后与本合同具有同等效力。","zh_TW":"本合約簽訂後不得塗改。需變更者，雙方另簽具編號之增減項補充協議，經簽名蓋章後與本合約具同等效力。"},{"en":"If the contract is rescinded because Party A does not deliver or the vehicle does not conform, Party A returns the deposit twice over and all other payments in full.","zh_CN":"因甲方未按约定交付或车辆与本合同不符而解除的，甲方双倍返还定金，并全额退还其他已付款。","zh_TW":"因甲方未依約交付或車輛與本合約不符而解除者，甲方加倍返還訂金，並全額退還其他已付款。"},{"en":"If Party B gives up the purchase without good reason, the deposit of {deposit} yuan is not returned; other payments are, less costs already paid on Party B''s behalf. What exceeds 20 % of the total price counts as advance payment, not as deposit.","zh_CN":"乙方无正当理由不再购买的，定金 {deposit} 元不予退还，其他已付款扣除已实际发生的代付费用后退还；定金超过合同总价 20 % 的部分按预付款处理。","zh_TW":"乙方無正當理由不再購買者，訂金 {deposit} 元不予退還，其他已付款扣除已實際發生之代付費用後退還；訂金超過合約總價 20 % 之部分以預付款論。"},{"en":"If a loan is not approved, in case of force majeure, or by mutual consent, deposit and payments are returned in full less costs already paid on Party B''s behalf. Refunds are made by the original means of payment within 7 working days of the signing of the cancellation.","zh_CN":"因贷款未获批准、不可抗力或双方协商一致而解除的，定金和其他已付款扣除已实际发生的代付费用后全额退还。退款自解除协议签订之日起 7 个工作日内原路退回。","zh_TW":"因貸款未獲核准、不可抗力或雙方合意而解除者，訂金及其他已付款扣除已實際發生之代付費用後全額退還。退款自解除協議簽訂之日起 7 個工作天內以原付款方式退還。"}]},{"title":{"en":"Quality and Warranty","zh_CN":"质量与保修","zh_TW":"品質與保固"},"clauses":[{"en":"The maker''s warranty and the statutory rights of repair, replacement and return follow the law and the warranty booklet. The period starts on the date of the invoice.","zh_CN":"车辆质量保证与修理、更换、退货责任按国家有关规定及随车保修手册执行，保修期自开具发票之日起计算。","zh_TW":"車輛品質保證及修理、更換、退貨責任，依有關法令及隨車保固手冊辦理，保固期自開立發票之日起計算。"},{"en":"Warranty periods: {warranty}. Those of accessories start on the day they were fitted.","zh_CN":"保修期限：{warranty}。加装附件自安装之日起计算。","zh_TW":"保固期限：{warranty}。加裝配件自安裝之日起計算。"},{"en":"Damage by misuse, by accident or by changes made elsewhere is not covered. Parts not affected by it keep their warranty.","zh_CN":"人为损坏、事故损坏和自行改装造成的损坏不在保修范围内；未受影响的部分，保修不受妨碍。","zh_TW":"人為損壞、事故損壞及自行改裝所致之損壞，不在保固範圍內；未受影響之部分，保固不受妨礙。"}]},{"title":{"en":"Personal Data","zh_CN":"个人信息","zh_TW":"個人資料"},"clauses":[{"en":"Party A uses Party B''s personal data only to perform this contract, to arrange insurance and registration, and for after-sales service. It passes none to unrelated third parties without Party B''s consent.","zh_CN":"甲方仅为履行本合同、办理保险与登记、提供售后服务而使用乙方个人信息；未经乙方同意，不得向无关第三方提供。","zh_TW":"甲方僅為履行本合約、辦理保險與登記、提供售後服務而使用乙方個人資料；未經乙方同意，不得提供予無關之第三人。"},{"en":"Party B may at any time see and correct these data, and have deleted what the law does not make Party A keep.","zh_CN":"乙方可以随时查阅、更正其个人信息，并可以要求删除法律未规定必须保存的部分。","zh_TW":"乙方得隨時查閱、更正其個人資料，並得請求刪除法律未規定必須保存之部分。"}]},{"title":{"en":"Disputes","zh_CN":"争议解决","zh_TW":"爭議解決"},"clauses":[{"en":"The parties first try to settle a dispute by talking to each other, or through a consumer organisation. Failing that, either may sue at the competent court of the place where this contract was signed.","zh_CN":"因本合同发生争议的，双方先行协商，也可以请消费者组织调解；协商、调解不成的，任何一方可以向合同签订地有管辖权的人民法院提起诉讼。","zh_TW":"因本合約發生爭議者，雙方先行協商，亦得請消費者保護團體調解；協商、調解不成者，任一方得向合約簽訂地有管轄權之法院提起訴訟。"},{"en":"While a dispute is pending, provisions not concerned by it continue to be performed.","zh_CN":"争议期间，不涉及争议的条款继续履行。","zh_TW":"爭議期間，不涉及爭議的條款繼續履行。"}]},{"title":{"en":"Final Provisions","zh_CN":"附则","zh_TW":"附則"},"clauses":[{"en":"This contract is made in three copies, two for Party A and one for Party B, and takes effect on the day both parties have signed or sealed it.","zh_CN":"本合同一式三份，甲方执两份，乙方执一份，自双方签字盖章之日起生效。","zh_TW":"本合約一式三份，甲方執二份，乙方執一份，自雙方簽名蓋章之日起生效。"},{"en":"The annexes and amendments are part of this contract. Party A has explained the clauses on deposit, liability and rescission, and Party B has read and understood them.","zh_CN":"附件和补充协议是本合同的组成部分。甲方已就定金、违约责任和解除条款作出说明，乙方已阅读并理解。","zh_TW":"附件及補充協議為本合約之一部分。甲方已就訂金、違約責任及解除條款予以說明，乙方已閱讀並了解。"}]}]},"countersign_above":"100000.00","invoice_from_share":"60.00","overdue_interest_per_day":"0.05","quote_valid_days":7,"discount_limits":[{"role":"sales","percent":"2.00","amount":"5000.00"},{"role":"sales","percent":"20.00","amount":"2000.00","category":"accessory"},{"role":"sales","percent":"0.00","category":"pass_through"},{"role":"sales_manager","percent":"5.00","amount":"15000.00"},{"role":"sales_manager","percent":"50.00","amount":"6000.00","category":"accessory"},{"role":"sales_manager","percent":"0.00","category":"pass_through"},{"role":"owner"}],"lead_sources":[{"code":"walk_in","name":{"en":"Walk-in","zh_CN":"自然到店","zh_TW":"自行來店"}},{"code":"phone","name":{"en":"Phone call","zh_CN":"来电","zh_TW":"來電"}},{"code":"referral","name":{"en":"Referral","zh_CN":"老客户介绍","zh_TW":"老客戶介紹"}},{"code":"repeat","name":{"en":"Repeat customer","zh_CN":"老客户再购","zh_TW":"舊客回購"}},{"code":"service_visit","name":{"en":"Service visit","zh_CN":"售后转介","zh_TW":"售後轉介"}},{"code":"web","name":{"en":"Web form","zh_CN":"网站留言","zh_TW":"網站留言"}},{"code":"portal","name":{"en":"Car portal","zh_CN":"汽车垂直网站","zh_TW":"汽車入口網站"}},{"code":"social","name":{"en":"Short video or social media","zh_CN":"短视频或社交平台","zh_TW":"短影音或社群平臺"}},{"code":"show","name":{"en":"Motor show","zh_CN":"车展","zh_TW":"車展"}},{"code":"event","name":{"en":"Store event","zh_CN":"店内活动","zh_TW":"店內活動"}},{"code":"outdoor","name":{"en":"Outdoor stand","zh_CN":"外展","zh_TW":"外展"}},{"code":"cold_call","name":{"en":"Outgoing call","zh_CN":"电话邀约","zh_TW":"電話邀約"}},{"code":"other","name":{"en":"Other","zh_CN":"其他","zh_TW":"其他"}}],"lost_reasons":[{"code":"price","name":{"en":"Price","zh_CN":"价格","zh_TW":"價格"}},{"code":"model","name":{"en":"Model","zh_CN":"车型","zh_TW":"車型"}},{"code":"stock","name":{"en":"No stock","zh_CN":"没有现车","zh_TW":"沒有現車"}},{"code":"colour","name":{"en":"Colour or trim","zh_CN":"颜色或配置","zh_TW":"顏色或配備"}},{"code":"finance","name":{"en":"Loan refused or too costly","zh_CN":"贷款未批或成本高","zh_TW":"貸款未核准或成本高"}},{"code":"rival","name":{"en":"Bought another brand","zh_CN":"购买其他品牌","zh_TW":"購買其他品牌"},"asks":{"en":"Which brand and model?","zh_CN":"哪个品牌和车型？","zh_TW":"哪個品牌和車型？"}},{"code":"other_dealer","name":{"en":"Bought at another dealer","zh_CN":"在其他店购买","zh_TW":"在其他店家購買"},"asks":{"en":"Which dealer, and at what price?","zh_CN":"哪一家店，成交价多少？","zh_TW":"哪一家店，成交價多少？"}},{"code":"postponed","name":{"en":"Purchase postponed","zh_CN":"暂缓购买","zh_TW":"暫緩購買"}},{"code":"no_contact","name":{"en":"Cannot be reached","zh_CN":"联系不上","zh_TW":"聯絡不上"}},{"code":"other","name":{"en":"Other","zh_CN":"其他","zh_TW":"其他"},"asks":{"en":"What was the reason?","zh_CN":"具体原因是什么？","zh_TW":"具體原因是什麼？"}}],"intent_levels":[{"code":"h","name":{"en":"H","zh_CN":"H","zh_TW":"H"},"contact_within_days":2,"buys_within_days":7},{"code":"a","name":{"en":"A","zh_CN":"A","zh_TW":"A"},"contact_within_days":4,"buys_within_days":15},{"code":"b","name":{"en":"B","zh_CN":"B","zh_TW":"B"},"contact_within_days":7,"buys_within_days":30},{"code":"c","name":{"en":"C","zh_CN":"C","zh_TW":"C"},"contact_within_days":15,"buys_within_days":90},{"code":"n","name":{"en":"N","zh_CN":"N","zh_TW":"N"},"contact_within_days":30}],"protection":{},"demo":{"store":{"name":{"en":"Anlan Qiheng Motors","zh_CN":"安岚启衡汽车销售服务有限公司","zh_TW":"安嵐啟衡汽車銷售服務有限公司"},"address":{"en":"188 Yunting Avenue, Wanghu District, Anlan","zh_CN":"安岚市望湖区云汀大道 188 号","zh_TW":"安嵐市望湖區雲汀大道 188 號"},"phone":"400-000-0188","tax_number":"91990100MA7K2QHL35","bank":{"en":"Bank of Anlan, Wanghu branch","zh_CN":"安岚银行望湖支行","zh_TW":"安嵐銀行望湖分行"},"account":"9900 0188 0000 3157 264"},"items":[{"code":"lc_v7_15t_zx","name":{"en":"Lanchuan V7 2026 1.5T Premium","zh_CN":"澜川 V7 2026 款 1.5T 臻享版","zh_TW":"瀾川 V7 2026 年式 1.5T 臻享版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"189800.00","cost":"171500.00","spec":{"en":"SUV, 5 seats, 7-speed dual clutch","zh_CN":"五座 SUV，7 速双离合","zh_TW":"五人座 SUV，七速雙離合"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Power tailgate","zh_CN":"电动尾门","zh_TW":"電動尾門"},"price":"2500.00","cost":"1900.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_v7_15t_ss","name":{"en":"Lanchuan V7 2026 1.5T Comfort","zh_CN":"澜川 V7 2026 款 1.5T 舒适版","zh_TW":"瀾川 V7 2026 年式 1.5T 舒適版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"169800.00","cost":"154200.00","spec":{"en":"SUV, 5 seats, 7-speed dual clutch","zh_CN":"五座 SUV，7 速双离合","zh_TW":"五人座 SUV，七速雙離合"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_v7_20t_qj","name":{"en":"Lanchuan V7 2026 2.0T Flagship AWD","zh_CN":"澜川 V7 2026 款 2.0T 四驱旗舰版","zh_TW":"瀾川 V7 2026 年式 2.0T 四驅旗艦版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"229800.00","cost":"207600.00","spec":{"en":"SUV, 5 seats, 8-speed automatic","zh_CN":"五座 SUV，8 速自动","zh_TW":"五人座 SUV，八速自排"},"options":[{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"lc_v9_phev","name":{"en":"Lanchuan V9 2026 Plug-in Hybrid","zh_CN":"澜川 V9 2026 款 插电混动 尊享版","zh_TW":"瀾川 V9 2026 年式 插電式油電 尊享版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"259800.00","cost":"236800.00","spec":{"en":"SUV, 7 seats, 120 km electric range","zh_CN":"七座 SUV，纯电续航 120 km","zh_TW":"七人座 SUV，純電續航 120 km"},"options":[{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"Power tailgate","zh_CN":"电动尾门","zh_TW":"電動尾門"},"price":"2500.00","cost":"1900.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"lc_l3_ht","name":{"en":"Lanchuan L3 2026 Hybrid","zh_CN":"澜川 L3 2026 款 混动 畅行版","zh_TW":"瀾川 L3 2026 年式 油電 暢行版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"119800.00","cost":"109600.00","spec":{"en":"Saloon, 5 seats, 4.2 L/100 km","zh_CN":"五座轿车，4.2 L/100 km","zh_TW":"五人座轎車，4.2 L/100 km"},"options":[{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_l5_15t","name":{"en":"Lanchuan L5 2026 1.5T Elegance","zh_CN":"澜川 L5 2026 款 1.5T 雅致版","zh_TW":"瀾川 L5 2026 年式 1.5T 雅緻版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"139800.00","cost":"127300.00","spec":{"en":"Saloon, 5 seats, CVT","zh_CN":"五座轿车，无级变速","zh_TW":"五人座轎車，無段變速"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"}]},{"code":"xy_e5_510","name":{"en":"Xingyu E5 2026 510 km Standard","zh_CN":"星屿 E5 2026 款 510 km 标准版","zh_TW":"星嶼 E5 2026 年式 510 km 標準版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"149800.00","cost":"138900.00","spec":{"en":"Electric saloon, 5 seats, 58 kWh","zh_CN":"纯电轿车，五座，58 kWh","zh_TW":"純電轎車，五人座，58 kWh"},"options":[{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"}]},{"code":"xy_e5_680","name":{"en":"Xingyu E5 2026 680 km Long Range","zh_CN":"星屿 E5 2026 款 680 km 长续航版","zh_TW":"星嶼 E5 2026 年式 680 km 長程版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"179800.00","cost":"165900.00","spec":{"en":"Electric saloon, 5 seats, 78 kWh","zh_CN":"纯电轿车，五座，78 kWh","zh_TW":"純電轎車，五人座，78 kWh"},"options":[{"name":{"en":"Highway assist pack","zh_CN":"高速领航辅助套件","zh_TW":"高速公路輔助駕駛套件"},"price":"10000.00","cost":"8000.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"xy_m6_awd","name":{"en":"Xingyu M6 2026 AWD Performance","zh_CN":"星屿 M6 2026 款 四驱高性能版","zh_TW":"星嶼 M6 2026 年式 四驅性能版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"269800.00","cost":"247500.00","spec":{"en":"Electric SUV, 5 seats, 96 kWh","zh_CN":"纯电 SUV，五座，96 kWh","zh_TW":"純電 SUV，五人座，96 kWh"},"options":[{"name":{"en":"Highway assist pack","zh_CN":"高速领航辅助套件","zh_TW":"高速公路輔助駕駛套件"},"price":"10000.00","cost":"8000.00"},{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"yf_t8","name":{"en":"Yufeng T8 2026 2.0T Diesel Pickup","zh_CN":"驭峰 T8 2026 款 2.0T 柴油皮卡","zh_TW":"馭峰 T8 2026 年式 2.0T 柴油皮卡"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"136800.00","cost":"124600.00","spec":{"en":"Double cab, four-wheel drive, 8-speed automatic","zh_CN":"双排四驱，8 速自动","zh_TW":"雙廂四驅，八速自排"}},{"code":"film_full","name":{"en":"Window film, windscreen and sides","zh_CN":"隔热膜（前挡 + 侧后挡）","zh_TW":"隔熱紙（前擋 + 側後擋）"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"2680.00","cost":"1150.00","spec":{"en":"fitting included, 8-year warranty","zh_CN":"含施工，质保 8 年","zh_TW":"含施工，保固 8 年"}},{"code":"film_paint","name":{"en":"Paint protection film","zh_CN":"漆面保护膜","zh_TW":"漆面保護膜"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"9800.00","cost":"5600.00","spec":{"en":"TPU, whole car, fitting included","zh_CN":"TPU 全车，含施工","zh_TW":"TPU 全車，含施工"}},{"code":"mats","name":{"en":"All-round floor mats","zh_CN":"全包围脚垫","zh_TW":"全包覆腳踏墊"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"580.00","cost":"230.00","spec":{"en":"TPE, set for five seats","zh_CN":"TPE，五座一套","zh_TW":"TPE，五人座一套"}},{"code":"boot_mat","name":{"en":"Boot mat","zh_CN":"后备厢垫","zh_TW":"後車廂墊"},"category":"accessory","unit":{"en":"piece","zh_CN":"件","zh_TW":"件"},"price":"280.00","cost":"105.00","spec":{"en":"TPE, raised edge","zh_CN":"TPE，加高边","zh_TW":"TPE，加高邊"}},{"code":"dash_cam","name":{"en":"Dash camera, front and rear","zh_CN":"行车记录仪（前后双录）","zh_TW":"行車記錄器（前後雙錄）"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"1280.00","cost":"560.00","spec":{"en":"with 64 GB card and hidden wiring","zh_CN":"含 64 GB 卡与隐藏走线","zh_TW":"含 64 GB 記憶卡及隱藏式配線"}},{"code":"steps","name":{"en":"Side steps","zh_CN":"侧踏板","zh_TW":"側踏板"},"category":"accessory","unit":{"en":"pair","zh_CN":"对","zh_TW":"對"},"price":"1980.00","cost":"920.00","spec":{"en":"aluminium, model-specific","zh_CN":"铝合金，专车专用","zh_TW":"鋁合金，專車專用"}},{"code":"roof_box","name":{"en":"Roof box 420 L","zh_CN":"车顶箱 420 L","zh_TW":"車頂箱 420 L"},"category":"accessory","unit":{"en":"each","zh_CN":"个","zh_TW":"個"},"price":"2380.00","cost":"1260.00","spec":{"en":"cross bars included","zh_CN":"含横杆","zh_TW":"含橫桿"}},{"code":"child_seat","name":{"en":"Child seat","zh_CN":"儿童安全座椅","zh_TW":"兒童安全座椅"},"category":"accessory","unit":{"en":"each","zh_CN":"个","zh_TW":"個"},"price":"1680.00","cost":"890.00","spec":{"en":"ISOFIX, 0–7 years","zh_CN":"ISOFIX，0–7 岁","zh_TW":"ISOFIX，0–7 歲"}},{"code":"screen","name":{"en":"Rear entertainment screen","zh_CN":"后排娱乐屏","zh_TW":"後座娛樂螢幕"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"3200.00","cost":"1880.00","spec":{"en":"15.6 inches, ceiling-mounted","zh_CN":"15.6 英寸吸顶式","zh_TW":"15.6 吋吸頂式"}},{"code":"emergency_kit","name":{"en":"Emergency kit","zh_CN":"应急套装","zh_TW":"緊急救援組"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"198.00","cost":"76.00","spec":{"en":"triangle, vest, extinguisher, cable","zh_CN":"三角牌、反光衣、灭火器、搭火线","zh_TW":"三角牌、反光背心、滅火器、救車線"}},{"code":"wallbox","name":{"en":"Home charging point 7 kW","zh_CN":"家用充电桩 7 kW","zh_TW":"家用充電樁 7 kW"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"3680.00","cost":"2250.00","spec":{"en":"installation with 30 m cable included","zh_CN":"含 30 米线缆与安装","zh_TW":"含 30 公尺電纜及安裝"}},{"code":"tank_guard","name":{"en":"Engine guard","zh_CN":"发动机护板","zh_TW":"引擎下護板"},"category":"accessory","unit":{"en":"piece","zh_CN":"件","zh_TW":"件"},"price":"680.00","cost":"290.00","spec":{"en":"manganese steel","zh_CN":"锰钢","zh_TW":"錳鋼"}},{"code":"registration","name":{"en":"Registration service","zh_CN":"上牌代办","zh_TW":"代辦領牌"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"500.00","cost":"120.00","spec":{"en":"done by us, about 5 working days after hand-over","zh_CN":"店内代办，交车后约 5 个工作日","zh_TW":"本店代辦，交車後約 5 個工作天"}},{"code":"ext_warranty","name":{"en":"Extended warranty, 2 years","zh_CN":"延保 2 年","zh_TW":"延長保固 2 年"},"category":"service","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"4980.00","cost":"3300.00","spec":{"en":"engine, gearbox, electronics","zh_CN":"发动机、变速箱、电控系统","zh_TW":"引擎、變速箱、電控系統"}},{"code":"care_3y","name":{"en":"Service plan, 3 years","zh_CN":"保养套餐 3 年 6 次","zh_TW":"保養套餐 3 年 6 次"},"category":"service","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"3280.00","cost":"1960.00","spec":{"en":"oil, filters, checks","zh_CN":"机油、滤芯、检查","zh_TW":"機油、濾芯、檢查"}},{"code":"coating","name":{"en":"Ceramic coating","zh_CN":"漆面镀晶","zh_TW":"陶瓷鍍膜"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"2600.00","cost":"1050.00"},{"code":"door_delivery","name":{"en":"Delivery to your door","zh_CN":"送车上门","zh_TW":"到府交車"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"800.00","cost":"380.00","spec":{"en":"within 200 km","zh_CN":"200 km 以内","zh_TW":"200 km 以內"}},{"code":"loan_service","name":{"en":"Loan application service","zh_CN":"贷款手续代办","zh_TW":"貸款手續代辦"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"1000.00","cost":"200.00"},{"code":"liability","name":{"en":"Compulsory motor liability insurance","zh_CN":"机动车交通事故责任强制保险","zh_TW":"強制汽車責任保險"},"category":"pass_through","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"950.00","cost":"950.00","spec":{"en":"family car under 6 seats, first year","zh_CN":"6 座以下家用，首年","zh_TW":"6 人座以下自用，首年"}},{"code":"commercial","name":{"en":"Commercial insurance","zh_CN":"商业保险","zh_TW":"任意汽車保險"},"category":"pass_through","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"4350.00","cost":"4350.00","spec":{"en":"own damage, third party 3 million, passengers","zh_CN":"车损 + 三者 300 万 + 车上人员","zh_TW":"車體損失 + 第三人 300 萬 + 乘客"}},{"code":"purchase_tax","name":{"en":"Vehicle purchase tax","zh_CN":"车辆购置税","zh_TW":"車輛購置稅"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"16530.97","cost":"16530.97","spec":{"en":"10 % of the price without VAT","zh_CN":"不含税价 × 10 %","zh_TW":"不含稅價 × 10 %"}},{"code":"vehicle_tax","name":{"en":"Vehicle and vessel tax","zh_CN":"车船税","zh_TW":"使用牌照稅"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"420.00","cost":"420.00","spec":{"en":"1.0–1.6 L, per year","zh_CN":"排量 1.0–1.6 L，按年","zh_TW":"排氣量 1.0–1.6 L，按年"}},{"code":"plate_fee","name":{"en":"Registration fees","zh_CN":"上牌规费","zh_TW":"領牌規費"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"125.00","cost":"125.00","spec":{"en":"plates, licence, certificate","zh_CN":"号牌、行驶证、登记证书","zh_TW":"號牌、行照、登記書"}}]},"warranty":[{"what":{"en":"whole vehicle (by the maker)","zh_CN":"整车（厂家质保）","zh_TW":"整車（原廠保固）"},"months":36},{"what":{"en":"window film","zh_CN":"隔热膜","zh_TW":"隔熱紙"},"months":96},{"what":{"en":"dash camera","zh_CN":"行车记录仪","zh_TW":"行車記錄器"},"months":24},{"what":{"en":"other fitted accessories","zh_CN":"其他加装附件","zh_TW":"其他加裝配件"},"months":12}]}');
INSERT INTO counter (series, last) VALUES ('BJ-2026', 2);
INSERT INTO counter (series, last) VALUES ('HT-2026', 1);
INSERT INTO counter (series, last) VALUES ('SJ-2026', 3);
INSERT INTO audit_head (id, lines, code, chain_key) VALUES (1, 27, 'd93cc9c34c154041ee01ccfb0f1e7bf65807d5d9f345e2965a2571cf9d8b1ba5', '29deb10139c2bf38708c58500beacd74d6811a7b0b38e260c10aa23ee047b3d3');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (1, 1795226400000, 0, 'shop.found', 'staff', 1, '{"name":"王总","roles":["administrator","owner"],"trade":"car_dealership"}', '11f2698cc6d070331078a7d37e83a7112c69a6e424e5174152221071c59ab9fa');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (10, 1795226400000, 3, 'customers.open_file', 'customer', 1, '{"contact":"visit","source":""}', '155dc5f117da508c27fac2ee986f07e4fce8af37ec5c0fcd0a5760077289a7f2');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (11, 1795226400000, 3, 'sales.start_quote', 'quote', 1, '{"number":"BJ-2026-0001","total":18980000}', '11cd83cd77d065d48e4eeca620915e7f092c4660f8dd7243c770fc0a542652a1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (12, 1795226400000, 3, 'sales.draft_contract', 'contract', 1, '{"edition":1,"number":"HT-2026-0001","quote":"BJ-2026-0001","state":"accepted","total":18980000}', '1137e6775f356a259097f700e4b1d7a6c611de92fc6217e18cdbda55dffcc0b1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (13, 1795226400000, 3, 'sales.fill_contract', 'contract', 1, '{"changed":["place","subject"],"number":"HT-2026-0001"}', '1f103eac883fd94c58b0e954f7d57d2b5ad204b7d7d83f998feae3eae37bfab7');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (14, 1795226400000, 3, 'sales.submit_contract', 'contract', 1, '{"number":"HT-2026-0001","state":"submitted"}', 'a09c37109cc66ca1a83f9babddf0775e572d9bfb5564dc577b60b69eda2075b2');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (15, 1795226400000, 2, 'sales.approve_contract', 'contract', 1, '{"note":"","step":"manager"}', 'c8a574da98916cf8b339c1023d23c982e877d60a34a21503e6ec049635481b7b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (16, 1795226400000, 5, 'sales.approve_contract', 'contract', 1, '{"note":"","number":"HT-2026-0001","state":"approved","step":"cashier"}', 'e206a631b1f35ea98a68ff63b7c868f24d16c6536f400e3d4181450170d1ee68');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (17, 1795226400000, 3, 'sales.sign_contract', 'contract', 1, '{"number":"HT-2026-0001","state":"signed","total":18980000}', 'd5d248b0944f6159661b5fc91f9a2ba7c5ae49758d3ff6068da63ef8f25d4d9d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (18, 1795226400000, 3, 'customers.open_file', 'customer', 2, '{"contact":"visit","source":""}', 'df731875aaa1d96420c59ff46dfb2ebf9952ba24432fd7e434a01012d6b2a664');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (19, 1795226400000, 3, 'sales.start_quote', 'quote', 2, '{"number":"BJ-2026-0002","total":18980000}', '63bb5e76f46abfc5b8f119a2da0f7e25e88ad95e3b6a8eb273fbedc542f59ac6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (2, 1795226400000, 1, 'staff.hire', 'staff', 2, '{"name":"高经理","roles":["sales_manager"]}', 'c421f2d4cd89b113829a3f0bbaf0ee5f4b3f190aa0c42550c887a247b2bd8255');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (20, 1795226400000, 3, 'sales.offer_quote', 'quote', 2, '{"edition":1,"number":"BJ-2026-0002","state":"offered"}', '4ef979af45f2b363539ea589db243342643bce08494687fca3e1f3ec7a2c767d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (21, 1795226400000, 5, 'sales.take_payment', 'payment', 1, '{"amount":1000000,"contract":"HT-2026-0001","method":"cash","number":"SJ-2026-000001"}', '5baa780e5e4cc297aba62b33a3b932f3e47225b691ae3ceb34f3e1490f1aaa41');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (22, 1795226400000, 5, 'sales.reverse_payment', 'payment', 2, '{"amount":-1000000,"contract":"HT-2026-0001","method":"cash","number":"SJ-2026-000002","reverses":"SJ-2026-000001"}', '1172024164e265ba68472d097e6a94952d560b0518b3650230de97258f0d6d6b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (23, 1795226400000, 5, 'sales.take_payment', 'payment', 3, '{"amount":1000000,"contract":"HT-2026-0001","method":"transfer","number":"SJ-2026-000003"}', '4983e4d682202238d3a8eda7ad56004fed9e835cc2ab2ec423f8859e0bdde3a8');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (24, 1795226400000, 6, 'customers.register_contact', 'register_line', 3, '{}', '8af995889c050fb5c91a1a65d91aaf48d904f239a97ee88ec26f36d0e5890096');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (25, 1795226400000, 3, 'staff.keep_draft', 'draft', 3, '{}', '315d056c3c52050d9670f9dbd4ce6762ef54851e20e73d08a547d2cc5f8c934f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (26, 1795226400000, 3, 'papers.attach', 'customer', 1, '{"media_type":"application/pdf","size":15}', '861bb70c8b85a25987fe6c176b831d36c995e697704635c55fefd36efd45d205');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (27, 1795226400000, 3, 'papers.keep_print', 'quote', 1, '{"edition":1,"number":"BJ-2026-0001","print_no":1}', 'd93cc9c34c154041ee01ccfb0f1e7bf65807d5d9f345e2965a2571cf9d8b1ba5');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (3, 1795226400000, 1, 'staff.hire', 'staff', 3, '{"name":"孙悦","roles":["sales"]}', 'ab72eb2f965e0dc89e8c6d3e6c3c0df18774bff9d28f89c2afa1625e11ff57de');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (4, 1795226400000, 1, 'staff.hire', 'staff', 4, '{"name":"李想","roles":["sales"]}', '6927e4a6d58e7abfb934dd768a9804dbd5f3eb1bd6652e037ff7ba7a731c86bd');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (5, 1795226400000, 1, 'staff.hire', 'staff', 5, '{"name":"方若云","roles":["cashier"]}', 'c4801a4a15b9eca002e027e7bd57e4c9aa6d112d2699170859afa72c86179420');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (6, 1795226400000, 1, 'staff.hire', 'staff', 6, '{"name":"陈晨","roles":["reception"]}', '2b8e8369c77e53039a4ddee1c5d6d9a05a44ba77fc82b81ba05caced18286a60');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (7, 1795226400000, 1, 'catalog.add_item', 'item', 1, '{"code":"V7","price":18980000}', '1c3033cc0e65515d300b9c4b2676c97b2d55e280d01a6b8ae5c1915ec517333a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (8, 1795226400000, 1, 'catalog.add_item', 'item', 2, '{"code":"DJ-01","price":80000}', '2e20204ef4bad43f78b508636d3efc9eedfd405894f6b2705abf4954df439fa0');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (9, 1795226400000, 1, 'catalog.add_item', 'item', 3, '{"code":"BX-01","price":95000}', 'a9c3dcbcd862340cb1fbb2a873d0c3fa53d86ac52d95b47dd682b6ce076efa95');
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (1, 'c11441fceb7244d0b45033a6eb673026', 1, 1795226400000, 1795226400000, '王总', '', 'administrator,owner', '$argon2id$v=19$m=65536,t=2,p=1$6kyHjKKulo/Rm4Jk+GysDQ$iQi4fQ90hlot61rvTWAdAqi2hfg/aWUrH34efuYoGpM', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (2, '96f9a61b050648c7bdb48865070353de', 1, 1795226400000, 1795226400000, '高经理', '139 0000 1111', 'sales_manager', '$argon2id$v=19$m=65536,t=2,p=1$ofzsh5TFbTgeWvIrI7NZpA$ZWC+IxxUUg3mLZfUO4axxBcobXeDw7JeDPmoUsUGlfk', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (3, '9b5e6c8d104f46ecbfb577c6896b6807', 1, 1795226400000, 1795226400000, '孙悦', '139 0000 1111', 'sales', '$argon2id$v=19$m=65536,t=2,p=1$UH/VTq9djB+n+DTEcxUm0w$+ufk/eQb7ARDPXbekl+TIqmIZ8nNVzeBWcueoRvNnBQ', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (4, '0d8ad167f9df474db2cd7b4f6a52c240', 1, 1795226400000, 1795226400000, '李想', '139 0000 1111', 'sales', '$argon2id$v=19$m=65536,t=2,p=1$qH5ojfqmwiKkkH40dgo8EA$N2JkYR41YgwB3nSwiZRx892mdFvcbHW/NhNq46pbT2A', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (5, '988327ae2d954e39af63de6f8d2bb9b5', 1, 1795226400000, 1795226400000, '方若云', '139 0000 1111', 'cashier', '$argon2id$v=19$m=65536,t=2,p=1$rf0/8YnlXuLHN3R/SougRg$HCL3ZUZ9/JZmYkPyW6QZZYh0kSsOoA5wVf1xFKxG+bo', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (6, 'eecc1513aa3b4040990edc758b9a15cd', 1, 1795226400000, 1795226400000, '陈晨', '139 0000 1111', 'reception', '$argon2id$v=19$m=65536,t=2,p=1$O6lZRgOQ7zKRZBNY7W9dPQ$iM6zZtj5rllnrhnHwH0vN+CURvr7e1mWQND20Sk16hQ', 0, NULL);
INSERT INTO draft (id, staff_id, form, content, changed_at) VALUES (1, 3, 'quote', '{"it''s": "half typed"}', 1795226400000);
INSERT INTO attachment (id, uid, version, created_at, changed_at, kind, record_id, name, media_type, size, sha256, staff_id, content) VALUES (1, '50ff7176b3ac40119a37b07fad9faa19', 1, 1795226400000, 1795226400000, 'customer', 1, '车.pdf', 'application/pdf', 15, '436b26147ce1e2840210099f885a14790e0eae709fd7a9b9616f4519ca08ecfe', 3, X'255044462D312E372061207363616E');
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (1, 'staff', 1, '王总
wangzong
yuzong
wz
yz', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (10, 'customer', 1, '欧阳䶮
ouyangyan
oyy
13812345678', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (11, 'quote', 1, 'bj20260001
欧阳䶮
ouyangyan
oyy', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (12, 'contract', 1, 'ht20260001
欧阳䶮
ouyangyan
oyy
澜川
蓝
20361201
本店
v7
1
lyh7v2a58ta000317', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (13, 'customer', 2, '张三丰
zhangsanfeng
zsf
8657188997766', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (14, 'quote', 2, 'bj20260002
张三丰
zhangsanfeng
zsf', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (15, 'payment', 1, 'sj2026000001
欧阳䶮
ouyangyan
oyy
ht20260001', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (16, 'payment', 2, 'sj2026000002
欧阳䶮
ouyangyan
oyy
ht20260001', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (17, 'payment', 3, 'sj2026000003
欧阳䶮
ouyangyan
oyy
ht20260001', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (2, 'staff', 2, '高经理
gaojingli
gjl', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (3, 'staff', 3, '孙悦
sunyue
sy', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (4, 'staff', 4, '李想
lixiang
lx', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (5, 'staff', 5, '方若云
fangruoyun
fangreyun
pangruoyun
pangreyun
wangruoyun
wangreyun
fry
pry
wry', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (6, 'staff', 6, '陈晨
chenchen
cc', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (7, 'item', 1, 'v7
澜川v7
lanchuanv7
lcv7
旗舰版', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (8, 'item', 2, 'dj01
脚垫
jiaodian
juedian
jd', 1795226400000);
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (9, 'item', 3, 'bx01
交强险
jiaoqiangxian
jiaojiangxian
jqx
jjx', 1795226400000);
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, contact_person, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at) VALUES (1, 'b3f38f97c21f4a859e25a94af45cae10', 1, 1795226400000, 1795226400000, 'person', '欧阳䶮', '', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'ordered', '', '', 1795226400000);
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, contact_person, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at) VALUES (2, '7f306f8f679143f3b55a79e8729adbe7', 1, 1795226400000, 1795226400000, 'person', '張三豐', '', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'quoted', '', '', 1795226400000);
INSERT INTO customer_phone (id, customer_id, position, number, digits) VALUES (1, 1, 0, '138 1234 5678', '13812345678');
INSERT INTO customer_phone (id, customer_id, position, number, digits) VALUES (2, 2, 0, '+86 571 8899 7766', '8657188997766');
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result) VALUES (1, '0a2ef1c858cd479d9f88810dd41f965a', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 1, 3, 1, 1, '', '', '');
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result) VALUES (2, '0b6910a0dcbe461d8ed3a3bf466cc567', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 2, 3, 1, 1, '', '', '');
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result) VALUES (3, '47e3a4a3a5944ae2a96744681f64d4da', 1, 1795226400000, 1795226400000, 'call', 1795226400000, 1795226400000, NULL, 6, 1, 1, '', '问价; 改天来 带家人', '');
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active) VALUES (1, '235841e94e3f40ab92eaa0c6f29d7547', 1, 1795226400000, 1795226400000, 'V7', 'vehicle', '澜川 V7', '旗舰版', '辆', 18980000, 17000000, 1);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active) VALUES (2, '67e595c2439e4367931975de734b7949', 1, 1795226400000, 1795226400000, 'DJ-01', 'accessory', '脚垫', '', '套', 80000, 30000, 1);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active) VALUES (3, '507d3b8d4ce0427da71f22d152749fba', 1, 1795226400000, 1795226400000, 'BX-01', 'pass_through', '交强险', '', '份', 95000, 95000, 1);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note) VALUES (1, '48854ab6924640aa803783679462edb4', 3, 1795226400000, 1795226400000, 'BJ-2026-0001', 1, 1, 3, 'accepted', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '');
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note) VALUES (2, '206a528229144fde93125c3e13f97d90', 2, 1795226400000, 1795226400000, 'BJ-2026-0002', 1, 2, 3, 'offered', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '');
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost) VALUES (1, 1, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000);
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost) VALUES (2, 2, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000);
INSERT INTO contract (id, uid, version, created_at, changed_at, number, quote_id, customer_id, consultant_id, state, plan, whole_discount, total, subject, place, signed_on, reason, frozen) VALUES (1, '978adb1adabf4057b101c28623409487', 5, 1795226400000, 1795226400000, 'HT-2026-0001', 1, 1, 3, 'signed', 'deposit_balance', 0, 18980000, '{"brand": "澜川", "built_on": "", "colour": "蓝", "delivery_date": "2036-12-01", "delivery_place": "本店", "emission_standard": "", "engine_number": "", "interior": "", "model": "V7", "quantity": "1", "seats": "", "vin": "LYH7V2A58TA000317"}', '', '2026-11-21', '', X'789CED5AFB4F1CD995FE574A96569B95180B703C9E497EB267B4CA48FB98DD8C12AD562BABA00BE875D3CD76759B71A2488D4DF37E39BC0D988731B419F3C6D07403FE63D2555DFDD3FC0BFB9D736E55DD6A1ACF64B2C96C561B2963A8BA75EEB9E7F99DFBF1DB5BBFE97AF8D93FDDFAD96F6FD99954DAA21F926637FEBDE5BD5FF68676DCC34BEF72EB56D32D33164B5BB68D176EB9E01EAE7A67FB2DCEE419DEF474A592F4C14F9B9B3F6AC1FF5B9B9B9BF138637EFD3099ED6EB3D278F769CB9D3B78DCFC8FF75B1F34CBFB3633F9086F9CB3D7CEEC406DFAD45B1F534F1F9AEDEDA96C3283B71FB7B6B61AF481D182FFE17D22D599BAF5B3643691F81DB6886712B4B328E99DECD66672CED49033459282BD7FF115546AFDF82348210976BC3369C51EA69278C5CF5B5A3E6AA5173D09B39DA4D11A2B91A06FFFFDB7B712669B95203DC7672B97E3CED47875FB002B1E9B89EC352BFDAE295CFF95F9B5A15408575F3383FEC57D65E17079D4D2FADAEACC3B6F7F455B1A31BEBEF20199395C173177647765F370699DED7FF71FF04EF6499D592AE707CEE47CA554D2D57EBB5D5B38AE9CEE4536F8E2F306F6F8B4B9A5B9B505FF34DF69BE07FFB47CF8942D773E315A5AEFFCD4B8FBF1BD4FBECB782BBBCED94BA7F854ACE88C956AB3EFDDA36398F3934FD89EFE811E52C423B2FF5DD31CEF7AD296D9DDC601569D3972E7CE755F578A1395F3453C0C3EA95CADB8E37B7FC88D548ABBCEF8044CE21E3C77F287CEEFC79CA54BFCEC1ECF3AF9E21F72A3CEE488BB3CECE48FE9C9D5E8B71763CE72C1393FAEEE0EFF21D7E70DEEB8FDEFE987FD17CEDECBCAFBF5EA4CA1FAA2DF592D55D77395E208AD3F3894DD9DA9E74AB7935DB8427483FCEA5291E42F8F3B23EBDEDE46F59B5177F9ADA4067D0EADA6C66A7DEF9CBDA13FE49E52C067DBFED36ACF3C0C326A6D105B52525D0D84AFA30931DD571D1ED30D7EB5EC9CAD44BCE2BC1C951AE1AFF9D5BDC87B77F6A03638A93B38F29AF62F7D53DB58F6868FF49C9B5EA95FE6BE3C8D6EF40FFFF68B7BBF6ABD7FF793AFEE2382EFB444F7AD96B69CBD1795D2267D3AFF5AFBAEB5F90E2A42EB47CD514D64A9B37C507D7AAE1F19462DCD7324759B8FAC87D91E365160C5D913299EEDA964C6E2822646326007D4B2B89D79D8938E53D569F9E4D34F28D79A6EC5E2B6AA7EF8C5EC961FFDD7B45326953113FA17285C49DE57556E1CAD36F85CB68DC533712E75D5DD2B04421005CEE5B41C3CA68EAD1542BBCBA44E70B7F59EA64033FF8F6CA276A95C2EBA6FAFEA7651761A1EAF1473905F292FB8C5BCB6CB1DDEE54E73B8CBA73FBD7747DBE65E784E3AD6C3642A23A92961EEEE4FBA33A7105E7D3B83DD6BEBE7CEF8B1335872F267788E27F4DFF1BD6F2F969CB32379E25D5D394307726A3757AE94CF8C8F9B8DBF319CA909A4824AA3C9FDEACCB1B77FE65CE448D472C91929E020D44F66F6AAE555ECE84C3EAFBE2E48BAC857723AA734433F88322C535475465E56A70624856016ACC1B7DEC91929B9BCE34D9CB9C3E7CEE000D28C3272728C4E37361C3A287F5C294D78DBAF6A8B9B582311EB6CF64326E900FB98E94CBC3DC1D609434EDF8F7C9330B3B66E40C834C21837507824865148D4A1F85311838DC88F73E7B5E59CB7D5E7CE9CBBCBAB4AE1D20C15AD8955680547E379E57C147E779E8F54575F3BFBE7F88A969D9F56CEB76A2B1BA2BF3B7780CF65BDB2246F870F43BBED8DB94353C173F755CE5D7DFDEDC5D0979F7FF1EDC530AAA9E806CBBB277DB245A03C22A1BA59924FBCBD03E772567611C9B51793F8B6BA5D9628851098DA5DBBF0F6FB506E7DFFF655DEAF54DEEFB9C3A3CEC018FD7AF91E05D8DB3F711750F2B7F044E45027CD9F5175CF176ACF0AB5DFBF76C616459F5A6E0AC1400AE45FCB5ED5F53D6F6FD35B8FC40FA2AE527EED6CCFB8C30B95F21C758CC9292CE67898A787A512D9990F2566548BCFB7685F8E1914C84AF91247A8944F39302845A3D150DB19432A44A3C1AF7DA7610E5C4E3BCBBEEDC43A9B73DEF65332CD40BEF6FA804E9E1FAF5EEED10F8363D5C228CA37F450661D7E838E20E777D78A8880A02C8B71915194579367689D4194BB0BFBCE149A69CE1B3C11D3901B260E646B777CB572B119EC5B298E57DF6EB94373CEC8AAF7ECD2B978EA148B128EBA41DDD1DFE3B8FC70559978B950E706B451F7B8008F72D81DAAC85B2EA8305D5EAD2D4EE1D4926F1491FBB3BAE7504CAB97477532210AFF85AB7076312676F7B6FB287B474E9D817795D2109491F5A8506A537F314E4787E2E3D327CF67AB73EF2AE571C215C7B3EEF07B7734EF9DBCAA94CBD7DC5C29BF42B5A994461175756E16BB70D4E86509315E5B7C03CB562F4EAA8509D8B4BA5846C0C22E68EACAA6E557524121B5529CC60FF82F5201AF50A8004D6A8B79640CCA6DB53C5DDD9B27DF6FBEA8E572CEC1736FFDB56E2FEF5DBF3BB758BB9C42AE548A7EE51E3AF04EB6222573B960DC352AC51DE456E5721975023E404EC0D0529E21D3595A1369B017A441F34AB15CDD5BA7149CE782B4B4E6944FBDFD7D390542BC367F4278A834535B2FE155B81D720B506CFE548A9652982DE3E4DF3A93458ABCC537D5ED71AA3AAA7297DC97FD881875AEC11DEC5ECB0DBBA36F02B1A4D8D53C3C2D982C30B59200531F5D215570C04AB184F64279B2B2DE287DDDE11C80A2BBF20C29537B3501318DBCABDA90D6E06062BD0F4896ABB2E98BF42EDFA21256CB8B22440EAFD6ECF721F32838FA769DCD43D85136A798F0CB7290341298E1ABA989C03AFEAB25F5EBFC9ABBFB0AC18EF8C31A3441EE77AB52F4C45B30681D36F3DE9DD509D44B3A8C8BD2A7D45E79ED96A6A8A41FCF923E70C3EE0235B89177EEC8058E83C2E61CF49103DEBEAD1487515DE13CE7620DD67086DE50637A96772E37A472B847EB64A8E51D090EBC457EB9B379FABC7C820611F69788CFA42A57CE8781BC1B35600ABAADA7C81E912BAA9389FDD25A9D59AD94B6FD1ED9879AE0E5E6A90F95CFD0AB1089A10F50255815D27BE09D3AF3D53CB2D6999C0B6A2C35E6CD3982F327E748DF48072ACD507A5D2D5597D1C85F52A146AD9B3DA1C59C6492EB7089401CAAED9ACFA260E8B53BBF4D8EBCDC73C7370294201E925764E8C397D4B95FBFE0D45CBB6E5FF2133B0C86A6B75C81499FF72BD56FD6104CD47A514B8B13DE7E7FE5E200C18D534B07D1B1546D701C6843D65CEF8B1056DA926ADAC849B5DC15211AA9EF7E60AA87E7A31295308432E2D9915887C0E9FC6BA3F976F35DE04B77669F8014EF04380ECD4580779AF7DE0F1A2D770D2CD6BB97CA4B467CE239DDBE6A77DEE8032AC913EC57DB58F9C1FAA8CCBE411F555AB42E2E8DF97A2726CC78F81401CAA0B5CF5D3A416450900D4EA2475040733DD4B708FBA2E4EEDB92B73FE4AD638B92EFDDADC61D11D061698D126072DF1D9977469654433D7C8DCFD5B740AC9787CEF4B837F6CC593AA1069F1FC7D6228494BF1C089A422DF72240B214F79C2714CA0B130D927E0187A398E4A344432A30938C60A89014B0686FA74F81A8214BD0B5C8D0431847C5274E71AB7A3107DC4477001B2F613BC296EB009F79677CD2DBDB238761D9EE7C75690E29C2F227B439E28C2E1B68F76177760876098CE5BB7947525CAA2E45185C72838FBDDC583092847D7472CCC98D7BEF67BCF70B327B2A580E60BCB1024040CFF3A780B841AAE8915DD717C88503E3D23B953558A6D1D2DC84C9F07673B3E1E49F91094B43229B6F3422E2DD618EA8B323412904AA66687001A4A11CE03A083BF99F2FC90E92099149B1952645AACECF0ACED000E5D746BF2A85C128C6B6BC3ED851C9D6A29160AB78757CD2991D908255674E5183478A1F721CDDDE1456B91C8DBF833B2ABF38582406838A61DCAB875B4050DED93EA1B8A597D7EBE649A1363849775F3C2345E35C62462DE1AACF0BEB939FF43BD99694231CB974E9EC9DCA7D98B7DD4F43EEE4888C14FA20E60E6F238D2945E521EAD6E08E4CEB32B80547F2F6D601460330278B01E7BFBD7821F73198259D0974E053A88A05182A8D3B1F1BDDA964A6CB6E326A2F66AACF76BD8165E3D3F021B6A6D371C7AF94778CD69F06AF94AB46D6BC57F9DA225C726AB4B4AAB70457B517A4F1DE307E6DAC2BC191128097B33249B12368837F25F80937AE638C3B2769B9354CC88457F82D45D972418E1A1436043575CFC979297841080716E4D89C77B60AD58DF1EB03457187D479BFEEF6ED37BC4528E709BB72690D2A0415766DB880F365A620E773F104D64594AA4BC9DC980CD60A3D681B8AEAD5F2A47FC539E6F64F06E006B33E0A068245401CD50F167E7DB04610A18C03F4D516F22A005166E0AEC85E5CA8B46EE50CAD2159E46696D25942F27DBEB65EC6B9D09502535EB75A691819866C73068EA3564381080B3267AFAC8D54FB3CF539A90EFAF08AB1C73D1D42927BB97CB50CC437E81D5057A6B2C58B0924F2131848E28287B77205B1CAB7376A089E7A1E6943CB07483A0C4EDED51CDA3CE3AF92DC52D7163708DF213CF7A1E4851F9EA430A5D2FC8938C33D1D46AA0607C10C43D0A4BC5D2DEF4A645C3310D2C0195ABCA13BD215DBC524E1F2F265884186B72BC54D79E2CF007892932794506C3BBDFF05C9052BA3E189F6928094475AE37417F6C3DE4C58BA1FE60B7CAB7A1B8AEEC1A1146632B4061C491A575639392AA83358927BA210079D1D21FABCFD32A28C6E03B75F8951E8FA2E99B4BE6E7C5D9CB6BACDF423A1A212F1A4BAE253F7AEFA0DB2DD63B5CBB26C329E919FFE2B6B2621F109DFD9CA8B1F70C96C67DBEAEE99E9696F572A613D8C7EDCD3934E3D3613A2A39DB17A888DE9E949C4DB4DBE146E0AAEA57717DDA77CBC5442F16C26EB4C21127EC8D2C2AF6ADF2CA014C076D73FE4FB6AA3B9F5678AF252323E23DDAC34F17CA1181AD6475F574ACFBFB7985FE2FB8F521D1DA18C46AA23BE8942FDEAD7FF0728D4F2887774E61DBF4246544FFAFF0C14EADC9EA2500B873F3E855A5B2A7B6F743D7E2C0A1546FFF351A8D74EF9BF8742F586061B50A8D32FD08408FC7007162AB336BFEC6D4DA208D3A5C1F25B77EE42674B6BEB0B58E6EDAC39FB5BC296D22DE0F060639EF4F802F696680F841324195DF40A4F039E14F1FFFD78D2C222DD4D20732E96FE049E94947939FA219EB4F8419E14FB97BEA9AD4F7E074FCACBBCC5D5EAC6C5F7A74A4FFAD5755C79E47B53A538CEF241ADFCF28FA34ACB237F71AA143E6F40951E5CE2791008D5D9D33F912AAD6D2E34A64A61A7BF0055BA3B4017EE6B403DC7B5B9518AF1802A9D7EA153A5B5BE1975E4E2A5F3EC5CF1A45763219CB99AA78BF86F46450E255379A4BA78D1901875078715318AAD59884AC1AB2D82429C3321317A5494F9B93A7E44F4D1E000E02E3EA92DB1401406DF1D94AF731782BC80F5243E45E60789516DBF46230D647E2F6294C5E8C4A8B0A2A22D8E4CC5496345034A1443A250A295E216DD95A2F0AC6C88F23F8415DDD9A86745593132FBE58CEC52CF8AF227D5935C6DAC3FCA8A16C889C28AB210C58AEE0EF355579FEF5F22469DA512CFE3232131BAB38365380E13A3244A11A393238A187D7E20C428542262742DEF151614318A7D374ADECE783D318A316F7BC62BCC0B2B5A5B23B30B2B4A0F31A70C0ECBA1641976A74B030E155438E07728DF900FE5F3D5DECC37E44351E0169F06B18EB477D64EC46ACA2E444AE668CCCD6F7BAF568497749E2E6A7C28EB2106F5F9501C9B02FA605C2FBF24E462D69D9E905FD10A83F8BE4E89920326AF6477770A3B9E055BD751A2D5D903A75894580C4CE98EFEBEFA6E16B6831D99A7D9A2877317750EA81447BC42B98E12C53215A34289E2E08BB342895667372294E8C1A5A244359901252A4FC4A4C48A6E8D52EA8EE6DCE3BEF0C6F7402DA8F6AFA3FBCBA9691933A13CD32A32D43B5AF38EDE36A241510788065DCBDF40832258F4224437152F7628C681270AC4EDC04644802E9611A4CA8E010D8A32763044577F07434283421B608EDA8B25205B94D2EABBA97A1AF4D57284063D1E641A7424A4412173083E3BD60B2495A2BB86931B957B3967F30DEC5ECB29869F2E1B594E1D01EABEC168BE4C644FC081EE6CAAB2B4F8B436375D5B1BD0D94FCAA1F163BCAA673F5FEC84ECE78B9D6A618FD09594E737ABEEF6A8CE7EE2E75A5FD19D1E6CC07E32D20A2CAC24F8EC27C217C7C1E9AA4F990345EE6DAC7C80037D3B821CA96D1420EC831C68D0BC8803D54ABE64B62A92BE48143DEF729868799D039535FB946A746D54CE3B9B8764D6F1436CDE9003453CBAD333E1ABABB1D046EA95E24029B4775F21CCEB38502971E22D326B1474E91CA808ACE7407787D561AF06740E94B6FB0EF6F31DECE00CBDA15B936779E48E5408FAD0A7E6F02AA43E4F77E946376822D1EB1D2EC0D5AB3700D30D5B2CBAE3F40B648CA23E45E3F3D1A08AD21F7295D7AE539F7027519F74D9A44C4F6581550929DB6BD4278C48D75E9B7358EC1D95EBA84F5226A03EF7B702EA9316737A497EB39005FEDB872DDD5575D4A7373442AE1A5980B90328A01C23AF60E5C3B701F5D9D0BE75D427CA09D6D3492F0F6AE307447D42CE711F12C17B334BD4E7E2539F9509A192E23D79C1750FF5CDE240A89DDFC97B6AC1F883784FD9A98E67ACF54D289EB1AE45050C20BEB989F4FC803E21E9B93EFE8395514DA8913212A97A93D6ED1E9E02C8BA8EEE9C5CA21F8A4BE805086268A0D39D3C642E0564ABF766CA7D5B922C14C901D71936BC6B2C2750824E74AAE00308CD9F3A9787B5D5F7D5FD7E07F36D7E5B719DEC7CE13A8316205CA740540A74E13A1500ACC7507B23381905E18D5C2715619EA15009D5ADFDFA7CC8758A002D6689E83CB80468AC9E150088A8D86EBC84D5082BBE5AE6FBDA196FF7809C743A4D2BA7C6BDE951E23AAFC674AF10ECFC20D1A9123A60396FF4ABBAD98D44C6C89AB09CB5A7FD32362A980D94BB3E8E7E8FE71F6039EB2ABF6239B947AAC8669937B09C90FD219693410801A619329EA205B9E4C142FEE74BB283847E64CE6396930A31DF7D1375B236A592EE9BB990E2BC36A25DA738953FD17FFA27EBAC28BBF358F0434EA19BB911B949012241A7939B75208AFAC184AA27A4E7C56420B08ED09FEEF38E77E8868A679E3AA253A6015E22359E5AD3B5B427A2F3A810E61BCDB0C334BD1ECF56CA9BC1A0A04F55824A85A3A387CC72CAAC2D5358C81C168674965316872C278D4B430404CB6BF2B601CB3970583D59AC673971B4C2029ABBB358B881E55C11E8769DE5542F7C9673A5B1AEA512101F4D31AF5E862C27FF4A303364395780D2A8B64108BF552D9E894E9C27A86A3AD1896A17447160C490E8DC5CBCEEE71C7A6F491A7EC3BFD67A962780AA119DDC14FAF4F1015122F34284E8BC1A53B78A51A253DF50119DA7D30D894E1185F447E510601F00B7BA591971841A4E44E7DCA14E7446F7E25AE53729676827C272F2ED2AB19C6B43C2720676BC66B2EAD02E520D69E71ED6E545C0725265E134566BF552AF58CE19C572967C9D4E8790EA58C90975E62C2FD4BE99F176DEFB44E78C223AF989109DFE7856562C2773C391EE13509C97FDC05F144A3AB95938F10AEABE45F4A40C9A9BD6C94D794E97331B2B446E9E5F544B631F203787076F68870DC94D67F5AC521AD3C94D7AA2919B0A506B0DEF43E426D2476B969465C1EEA8A6C55C436653AA32552B0D1A92286136F9D8F277CB72D1136136E70EBDBD1CDD6795BE07B3C9B7BBFFCF6CFE55319B56F2AF9CD6FC95D54557C1C62FCD84651B9FA15FA5CDF6CCFF3CB5F959AABBC74C3E31D8423F3AB5F925DBFDC767361FF0933F03AB597FC01F8BD4FC22695044A66366B2DD327AE3992E23D36519EDF1C7F184D19E8A5986998C19293C4B1B09B3D7C65B3363A0B0249E34F1AB78D2B050D612A86A4D46AA83BE8EA78D546FD2E8485B243191F0D775A65231A3C3C41E4DC697663AF3C4B86FE8F1C5EBE4C5032350D8303B4990691B1DA9442205155249D6D14646D08EA6F158E5087D9FB61266C68A19B6957E8CC26ADF6EC0797E85AF555EDD40793E4843D68719CF7F84711237139EFFE297FA9B28CFCF528954568F987AB2F3575FFCD3F7E6387F01753F4A3D8E44E00DECE6975C06BE37AD19DAE92FCB6B7E6EF5A4EC78A68E7254AE8F994FF06FDC36DA553D34F0B314BE3F85E57C6026280DEAF6EC31E31CBE1D28CCC1EE6D56075A8AD1A5D9FD4FA73DFDA4E88C3F46AD3711CBED56BC2783C04F1B16367962F4984FBAE183DBC63F53BA32BB293967B0410D7604B4B2A1A09514018FAD58539056DDD0DDB41FB148FACC4F1D9BDB4B3CF93805019433BE2E74423BB2948E8B1CC43EBE50DA8FADD44BC501AE80296E1BBF46CD404E1A899499A48738A6218884142289F473DC869539A751E5DAE336FD0AE591E852656EDFC8877E6E25E264942860F5F58EC9DBA8EA9954A03376D1C852A82D79701B9FF6F0122E7449CBC2E9CDA414C0182A8B9141EF14A9F25045023DE04A856A99B4A436D2B3A4D52BDFC102EA3D62A9378DE84A7692A11FC8F74ADF2741656C37D3E9387C92CA6694B1AC8F8245F124C14B0A50E3275F7EFEC5DF3519389E998C9E9654B0BBA862FA87A6B7DAA7080F547E5282EA07694EAECDA43A2D3E59D00D0281D0339E41D659F0470781482EC048161CA19B3B808AA026A317EAA302225352A947092BD384D04BA24FC0F3A954C266E54C24D423EB89FD73C332DBBBC84216A14336A1649A7FDEF62EABFD11959A30342596BBCCC75644C77634091C0F32DA9E048EEB4120A49250AA2B4576B4B10DE517790125CD30B399AE543A6E3328966E15B3B87A1BB1547B96320E7D24322B7D115AB1ED092BE043052D16EF67C20211F8808F228EB2BEC669E3A93499CDFF09CD34DE433BC26071F8B453FC18CF58DD28715902EF943EF4AC9D201B4EC3B2D02DF8A195ECC454A2F088EF42AD529201BFE09291E6988C99DDD803028D58BCA3030F29B1A5A98B1E062A85095B273AB2493E70B498A4AD0E1C577741137D41350D4ADFEC4851CD94DC80097BF16D5710FC3D5938089FA7E39D5DAC32217E24CC4DC22804E36958882B50BB49250410807CABF9E0B6F145061EB5A416012958A66D057B76A453DD46226EB6C509CC70858C591D70B2023D908ACFEAE2E0970A66F807E528F85BDB786075C162D1709082E81B0FA64D67ED8C1DECCF06417666D3D4849027E6D724370D453B71C6B429C6B7B3DDB616E5AA9077737262277942714FE6B212B6C40FBDB5AD0C948EF9018B60403EFA4DC6D68B3E2051773C23816586F3A2CD3A2238EE1ABDA9F423DA00BDD0A61A209D869E505422DFAD3075825AC8AA736FE0FA8CE86937596568D44DA59F04065FE1189CC27E7A42334A18BF1D65E2DDAACC065A932E768A95A4AAC95BE80503E1CEA0146DA0BD2B95B22D31B785B46BE71C256909EC40A11234123F5E081D85C03366F558492E5440DAA4B8E639D5F32871DA111B768A0A795DE07C45FFF286FF1AB71F450345DEF598B64DC91DF6ACDE2E2B7973B3E70EEC9BDA2F87C15B953416977B02C0A8778FC8738994CDB6964240365227471403AF600C08F24DC3E77F6B4BBE6448A5541299D511A819582C43160BBE5619A29A208128DF513C186026E11A9DF17553E7E7CF907E31DD97F7FDFEA272533F729C0312C30A001B0E16473D64CDD9F578D39D4A673AB9E6D956FC37D9B47801E68F77DB82A6E2E918830078CD6FE4846B326CCD2E3386C39167B9494882C2F66959D56BCAD90901C3B464EF88DF3FCF66B8AB0B6AFB5276690C61046904BD3B8D34200C2AD9ABF589B66C3C11E3424A718C30ECEE091A99C488DA4D070634EB5312C35B6817588DE3B545A188EA32C0B09DE2D02EA9C06C6F1D7C070E271CAD271C03BC1805713A6B053D2B5A1D9A08D4DA34DFA9C8608323726C43833B9CEEBAE8A8FFC319101AC5046311884C767202498184DC2EF60EE23A704FE0C8A62030C8A5D924A753077A29C736C31E7F2850AD324C01C6B526004442015B71ABFF983BA1D969C69375C1F020CDC007EED12E76B44808924AC3B309F63304B2D9144BAC1C0CD703544168EC8994039E1C680BCA1EE37E0750061D93EA180A54CB5DA9DFD17E0E14AE8A481D6608BC4ADF7C480DAAA528F3ACCE1FA3C1FDEFD2400FE220E814FC143F6B6119C52931AB5BAE0728559BE85F9A832581A85EF7124C9464496BA3089C9F4497B239873AD266366C37D88AD04282E10BCA0D02EE494A150BD2D71F2400381F13AEE536074DB145B7F99F5656F0179D4089E1032098B9CB412D953D04FEAE4D1D911E27E52D9B4EC6ED2E1805DFA53AEA22ED3E4E1A6338C72D27385F5DE3A99FA979664B08266F7BC248CA30D987B600B2DBC6677848F581104637728F9BB6C29F945EFEC64D0AE2F1E428B33A2D6DC379827CA1F4940EDB6D2953F19386F835A2A80A1A926931A8B8DEBF55061975936F7D1C857753692B039BDA0A73F2758491E9E510F1C1024D306AC490C9DCF66F0AEA724646FA6C8F94876C1A55D5B66E6E80FE7608BA904E7F920D0769D1CD8AFDBC7E7BB8A10918C6268B11BA8C940394AEB07FB73144A5399D63AE9D47DDD61BAE14F83647AA74EC31DF15AA1D9B24466C5F6575EE9BC6FEB8964D7A2A3429B8D79D65504A6D8C85FB86E05EA69D3130407033F3479DF95F31B51090D48396938BE10214E8E6691A5AAA4D7DE47BEF1AF2E57855D389FAB59D0C94483066AECBC37F91AB523ECFAFD5885C9F8316434D9A2282213A40D0193393CDA4D012793252D0FB5A495337A16421756BCA5F5391F225D5CFE7B70DDAB887A6D0186D93CE04334D4CCDF9727B10DC10F9EAAB8FEC9F194C410589F51365533ECCDFE9DC7D2F32152A75C413DD3A7B1F33ED2ED8AEDB4A9B3A732F01DE41A37A4C07D4217F4FBAA724A8F4F77C0A2372656801F4D01026D2E8149F0BEC9509043E68E2FAA581BB369A33A5C471A4D048D5EB4FCF523704577398A978EFE808EE2010BC8F2CAB475D8CFB66AF0B8B2FF9820271F7B999311BA341FA5D8BE41EFF0B78C7C4210916A6E8A9F4C26823C41BDEB7D30AC7141523FA68C96D84A616AAF01FC995A0BA47E7D15921F22421C60CA128FFB23D029983AA162AABD2B9FEF286801B6028413B1AD615404C639664446F73E8994D0AB93D66646AD17EBD3EE6A7888E0E68BEB9C8E6F5D03B6EF76433F568FB2B0DAF75C4D33604A7D996322EF3C5087FC735C24C70F2E3B520378ACD266929E954B6936E34048273A3E93493EA56E9B6F1F7663CE1E3E726C38A735493156C82C619D5D1BA7B2C6AFE546FD3193FE938AF0D09BA28F2A669437A296764573CA2709CC2049835D9D9A4DFB5AA66D76EA593418892C47832CB7E6DB3FC38BA36BDFC3D17C72F0359DF011F386108BC77D1ECD59EEAE1892AD39BE230F35DC50C53D2D29E3D68D2A6008B9349CFE33ACCF038C01310605B668221933FE732976FA90B471F8C48E5EF317D1BEB0023D08BD088F5358C1F4F5A0A8ECA594917D5989AB41B2349281F59E9771372454E4D891F66E986C1CE50D3A7C9E4F64D7F7410722FFFFF57077F457F75F0BBFF067ACBE79A');
INSERT INTO contract_party (id, contract_id, position, name, id_number, phone, address) VALUES (1, 1, 1, '欧阳䶮', '990102199003070011', '138 1234 5678', '杭州市滨江区长河路88号');
INSERT INTO contract_line (id, contract_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost) VALUES (1, 1, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on) VALUES (1, 1, 0, 'deposit', '{"en": "Deposit", "zh_CN": "定金", "zh_TW": "訂金"}', '{"en": "on the day this contract is signed", "zh_CN": "签订本合同当日", "zh_TW": "簽訂本合約當日"}', 527, 1000000, '2026-11-21');
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on) VALUES (2, 1, 1, 'balance', '{"en": "Balance", "zh_CN": "余款", "zh_TW": "餘款"}', '{"en": "paid in full the day before hand-over", "zh_CN": "交车前一日付清", "zh_TW": "交車前一日付清"}', 9473, 17980000, '2036-11-30');
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason) VALUES (1, 1, 'manager', 'always', 1795226400000, 2, 1795226400000, 'granted', '');
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason) VALUES (2, 1, 'cashier', 'large', 1795226400000, 5, 1795226400000, 'granted', '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note) VALUES (1, 'ce7c9416266149b0ae7f9c7b477ea1a9', 1, 1795226400000, 1795226400000, 'SJ-2026-000001', 1, '2026-11-21', 1000000, 'cash', '欧阳䶮', '', 5, NULL, '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note) VALUES (2, '0446a30297634b6ca4c1ff46a631c77a', 1, 1795226400000, 1795226400000, 'SJ-2026-000002', 1, '2026-11-21', -1000000, 'cash', '欧阳䶮', '', 5, 1, '输错');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note) VALUES (3, 'cc0d0d814160442a9276c0e06f5caefb', 1, 1795226400000, 1795226400000, 'SJ-2026-000003', 1, '2026-11-21', 1000000, 'transfer', '欧阳䶮', '0313', 5, NULL, '');
INSERT INTO paper_print (id, kind, number, edition, print_no, language, size, watermark, sha256, check_value, facts, staff_id, printed_by, printed_at) VALUES (1, 'quote', 'BJ-2026-0001', 1, 1, 'zh_CN', 'a4', '', '9b236d58e145d412aef046705ba99a2ad72ef52028966876ed46331eac3be783', 'C40E-5D17', X'789CABAE0500017500F9', 3, '孙悦', 1795226400000);
INSERT INTO search_grams (rowid, grams) VALUES (1, '^u738b ^u738bu603b ^w ^wa ^wan ^wz ^y ^yu ^yuz ^yz a an ang g gz gzo n ng ngz o on ong u u603b u738b u738bu603b uz uzo w wa wan wz y yu yuz yz z zo zon');
INSERT INTO search_grams (rowid, grams) VALUES (2, '^g ^ga ^gao ^gj ^gjl ^u9ad8 ^u9ad8u7ecf ^u9ad8u7ecfu7406 a ao aoj g ga gao gj gjl gl gli i in ing j ji jin jl l li n ng ngl o oj oji u7406 u7ecf u7ecfu7406 u9ad8 u9ad8u7ecf u9ad8u7ecfu7406');
INSERT INTO search_grams (rowid, grams) VALUES (3, '^s ^su ^sun ^sy ^u5b59 ^u5b59u60a6 e n ny nyu s su sun sy u u5b59 u5b59u60a6 u60a6 ue un uny y yu yue');
INSERT INTO search_grams (rowid, grams) VALUES (4, '^l ^li ^lix ^lx ^u674e ^u674eu60f3 a an ang g i ia ian ix ixi l li lix lx n ng u60f3 u674e u674eu60f3 x xi xia');
INSERT INTO search_grams (rowid, grams) VALUES (5, '^f ^fa ^fan ^fr ^fry ^p ^pa ^pan ^pr ^pry ^u65b9 ^u65b9u82e5 ^u65b9u82e5u4e91 ^w ^wa ^wan ^wr ^wry a an ang e ey eyu f fa fan fr fry g gr gre gru n ng ngr o oy oyu p pa pan pr pry r re rey ru ruo ry u u4e91 u65b9 u65b9u82e5 u65b9u82e5u4e91 u82e5 u82e5u4e91 un uo uoy w wa wan wr wry y yu yun');
INSERT INTO search_grams (rowid, grams) VALUES (6, '^c ^cc ^ch ^che ^u9648 ^u9648u6668 c cc ch che e en enc h he hen n nc nch u6668 u9648 u9648u6668');
INSERT INTO search_grams (rowid, grams) VALUES (7, '7 ^l ^la ^lan ^lc ^lcv ^u65d7 ^u65d7u8230 ^u65d7u8230u7248 ^u6f9c ^u6f9cu5ddd ^u6f9cu5dddv ^v ^v7 a an anc anv c ch chu cv cv7 h hu hua l la lan lc lcv n nc nch nv nv7 u u5ddd u5dddv u5dddv7 u65d7 u65d7u8230 u65d7u8230u7248 u6f9c u6f9cu5ddd u6f9cu5dddv u7248 u8230 u8230u7248 ua uan v v7');
INSERT INTO search_grams (rowid, grams) VALUES (8, '0 01 1 ^d ^dj ^dj0 ^j ^jd ^ji ^jia ^ju ^jue ^u811a ^u811au57ab a an ao aod d di dia dj dj0 e ed edi i ia ian iao j j0 j01 jd ji jia ju jue n o od odi u u57ab u811a u811au57ab ue ued');
INSERT INTO search_grams (rowid, grams) VALUES (9, '0 01 1 ^b ^bx ^bx0 ^j ^ji ^jia ^jj ^jjx ^jq ^jqx ^u4ea4 ^u4ea4u5f3a ^u4ea4u5f3au9669 a an ang ao aoj aoq b bx bx0 g gx gxi i ia ian iao j ji jia jj jjx jq jqx jx n ng ngx o oj oji oq oqi q qi qia qx u4ea4 u4ea4u5f3a u4ea4u5f3au9669 u5f3a u5f3au9669 u9669 x x0 x01 xi xia');
INSERT INTO search_grams (rowid, grams) VALUES (10, '1 12 123 13 138 2 23 234 3 34 345 38 381 4 45 456 5 56 567 6 67 678 7 78 8 81 812 ^1 ^13 ^138 ^o ^ou ^ouy ^oy ^oyy ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya n ng ngy o ou ouy oy oyy u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (11, '0 00 000 001 01 02 026 1 2 20 202 26 260 6 60 600 ^b ^bj ^bj2 ^o ^ou ^ouy ^oy ^oyy ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang b bj bj2 g gy gya j j2 j20 n ng ngy o ou ouy oy oyy u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (12, '0 00 000 001 003 01 02 026 03 031 036 1 12 120 17 2 20 201 202 203 26 260 2a 2a5 3 31 317 36 361 5 58 58t 6 60 600 61 612 7 7v 7v2 8 8t 8ta ^1 ^2 ^20 ^203 ^h ^ht ^ht2 ^l ^ly ^lyh ^o ^ou ^ouy ^oy ^oyy ^u672c ^u672cu5e97 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae ^u6f9c ^u6f9cu5ddd ^u84dd ^v ^v7 a a0 a00 a5 a58 an ang g gy gya h h7 h7v ht ht2 l ly lyh n ng ngy o ou ouy oy oyy t t2 t20 ta ta0 u u4dae u5ddd u5e97 u672c u672cu5e97 u6b27 u6b27u9633 u6b27u9633u4dae u6f9c u6f9cu5ddd u84dd u9633 u9633u4dae uy uya v v2 v2a v7 y ya yan yh yh7 yy');
INSERT INTO search_grams (rowid, grams) VALUES (13, '1 18 188 5 57 571 6 65 657 66 7 71 718 76 766 77 776 8 86 865 88 889 89 899 9 97 977 99 997 ^8 ^86 ^865 ^u5f20 ^u5f20u4e09 ^u5f20u4e09u4e30 ^z ^zh ^zha ^zs ^zsf a an anf ang e en eng f fe fen g gs gsa h ha han n nf nfe ng ngs s sa san sf u4e09 u4e09u4e30 u4e30 u5f20 u5f20u4e09 u5f20u4e09u4e30 z zh zha zs zsf');
INSERT INTO search_grams (rowid, grams) VALUES (14, '0 00 000 002 02 026 2 20 202 26 260 6 60 600 ^b ^bj ^bj2 ^u5f20 ^u5f20u4e09 ^u5f20u4e09u4e30 ^z ^zh ^zha ^zs ^zsf a an anf ang b bj bj2 e en eng f fe fen g gs gsa h ha han j j2 j20 n nf nfe ng ngs s sa san sf u4e09 u4e09u4e30 u4e30 u5f20 u5f20u4e09 u5f20u4e09u4e30 z zh zha zs zsf');
INSERT INTO search_grams (rowid, grams) VALUES (15, '0 00 000 001 01 02 026 1 2 20 202 26 260 6 60 600 ^h ^ht ^ht2 ^o ^ou ^ouy ^oy ^oyy ^s ^sj ^sj2 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya h ht ht2 j j2 j20 n ng ngy o ou ouy oy oyy s sj sj2 t t2 t20 u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (16, '0 00 000 001 002 01 02 026 1 2 20 202 26 260 6 60 600 ^h ^ht ^ht2 ^o ^ou ^ouy ^oy ^oyy ^s ^sj ^sj2 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya h ht ht2 j j2 j20 n ng ngy o ou ouy oy oyy s sj sj2 t t2 t20 u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
INSERT INTO search_grams (rowid, grams) VALUES (17, '0 00 000 001 003 01 02 026 03 1 2 20 202 26 260 3 6 60 600 ^h ^ht ^ht2 ^o ^ou ^ouy ^oy ^oyy ^s ^sj ^sj2 ^u6b27 ^u6b27u9633 ^u6b27u9633u4dae a an ang g gy gya h ht ht2 j j2 j20 n ng ngy o ou ouy oy oyy s sj sj2 t t2 t20 u u4dae u6b27 u6b27u9633 u6b27u9633u4dae u9633 u9633u4dae uy uya y ya yan yy');
