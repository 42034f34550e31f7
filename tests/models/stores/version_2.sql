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
CREATE TABLE rotation_day (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    line_up TEXT NOT NULL,
    policy TEXT NOT NULL,
    carried TEXT NOT NULL,
    checkpoint TEXT NOT NULL) STRICT;
CREATE TABLE rotation_event (
    id INTEGER PRIMARY KEY,
    day_id INTEGER NOT NULL REFERENCES rotation_day (id),
    number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    decisions TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    token TEXT UNIQUE,
    UNIQUE (day_id, number)) STRICT;
CREATE TABLE rotation_line_up (
    id INTEGER PRIMARY KEY,
    weekday INTEGER UNIQUE CHECK (weekday BETWEEN 0 AND 6),
    day TEXT UNIQUE,
    people TEXT NOT NULL,
    CHECK ((weekday IS NULL) <> (day IS NULL))) STRICT;
CREATE TABLE rotation_holiday (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL) STRICT;
CREATE TRIGGER rotation_event_no_update BEFORE UPDATE ON rotation_event
    BEGIN SELECT RAISE(ABORT, 'the log of the rotation is only added to'); END;
CREATE TRIGGER rotation_event_no_delete BEFORE DELETE ON rotation_event
    BEGIN SELECT RAISE(ABORT, 'the log of the rotation is only added to'); END;
INSERT INTO setting (name, value) VALUES ('profile', '{"address": "滨江路1号", "bank": "工商银行", "bank_account": "6222 0000 1111", "logo": "", "name": "远航汽车", "paper_language": "zh_CN", "phone": "400-100-2000", "receipt_size": "a5", "sample_data": false, "tax_number": "91330000MA2B0000"}');
INSERT INTO setting (name, value) VALUES ('rotation_policy', '{"follow_up_gate": null, "household": true, "max_makeups": 2, "new_day": "continue", "phone_customer_counts": true, "referral_counts": false, "returning_counts": false, "unattended_alarm": 60}');
INSERT INTO setting (name, value) VALUES ('trade', '{"code":"car_dealership","name":{"en":"Car dealership","zh_CN":"汽车销售","zh_TW":"汽車銷售"},"order":1,"icon":"mdi6.car","words":{"main_goods":{"en":"Vehicle","zh_CN":"整车","zh_TW":"整車"},"consultant":{"en":"Sales consultant","zh_CN":"销售顾问","zh_TW":"銷售顧問"},"delivery":{"en":"Vehicle delivery","zh_CN":"交车","zh_TW":"交車"}},"categories":[{"code":"vehicle","name":{"en":"Vehicle","zh_CN":"整车","zh_TW":"整車"},"kind":"goods"},{"code":"accessory","name":{"en":"Accessories","zh_CN":"精品附件","zh_TW":"精品配件"},"kind":"accessory"},{"code":"service","name":{"en":"Services","zh_CN":"服务","zh_TW":"服務"},"kind":"service"},{"code":"pass_through","name":{"en":"Paid on your behalf","zh_CN":"代收代付","zh_TW":"代收代付"},"kind":"pass_through","remark":{"en":"settled by the actual receipts, difference refunded or collected","zh_CN":"按实际票据结算，多退少补","zh_TW":"依實際單據結算，多退少補"}}],"payment_plans":[{"code":"deposit_balance","name":{"en":"Deposit and balance","zh_CN":"定金 + 交车前付清","zh_TW":"訂金 + 交車前付清"},"stages":[{"code":"deposit","name":{"en":"Deposit","zh_CN":"定金","zh_TW":"訂金"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"amount":"10000.00","deposit":true},{"code":"balance","name":{"en":"Balance","zh_CN":"余款","zh_TW":"餘款"},"due":{"event":"delivery","days":-1},"condition":{"en":"paid in full the day before hand-over","zh_CN":"交车前一日付清","zh_TW":"交車前一日付清"},"rest":true}]},{"code":"loan","name":{"en":"Deposit, down payment and loan","zh_CN":"定金 + 首付 + 贷款","zh_TW":"訂金 + 頭期款 + 貸款"},"stages":[{"code":"deposit","name":{"en":"Deposit","zh_CN":"定金","zh_TW":"訂金"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"amount":"10000.00","deposit":true},{"code":"down_payment","name":{"en":"Down payment","zh_CN":"首付款","zh_TW":"頭期款"},"due":{"event":"delivery","days":-1},"condition":{"en":"the day before hand-over","zh_CN":"交车前一日","zh_TW":"交車前一日"},"rest":true},{"code":"loan","name":{"en":"Loan","zh_CN":"贷款","zh_TW":"貸款"},"due":{"event":"delivery","days":-1},"condition":{"en":"paid by the lender into the seller''s account before hand-over","zh_CN":"金融机构放款至甲方账户，交车前到账","zh_TW":"金融機構於交車前撥款至甲方帳戶"},"share":"60.00"}]},{"code":"full","name":{"en":"Full payment at signing","zh_CN":"签约时一次付清","zh_TW":"簽約時一次付清"},"stages":[{"code":"full","name":{"en":"Full price","zh_CN":"全款","zh_TW":"全款"},"due":{"event":"signing"},"condition":{"en":"on the day this contract is signed","zh_CN":"签订本合同当日","zh_TW":"簽訂本合約當日"},"share":"100.00"}]}],"contract":{"title":{"en":"Vehicle Sales Contract","zh_CN":"汽车购销合同","zh_TW":"汽車買賣合約"},"seller_role":{"en":"Party A (Seller)","zh_CN":"甲方（卖方）","zh_TW":"甲方（賣方）"},"buyer_role":{"en":"Party B (Buyer)","zh_CN":"乙方（买方）","zh_TW":"乙方（買方）"},"preamble":{"en":"In accordance with the civil code and other laws that apply, and in equality, of their own free will and in good faith, Party A {store} and Party B {buyer} agree as follows on the sale of a vehicle and related services.","zh_CN":"甲方{store}与乙方{buyer}依据《中华人民共和国民法典》及有关法律，在平等、自愿、诚实信用的基础上，就乙方向甲方购买汽车及相关服务订立本合同，共同遵守。","zh_TW":"甲方{store}與乙方{buyer}依據民事法律及相關規定，本於平等、自願及誠實信用原則，就乙方向甲方購買汽車及相關服務訂立本合約，共同遵守。"},"subject_title":{"en":"The Vehicle","zh_CN":"标的车辆","zh_TW":"標的車輛"},"subject_fields":[{"code":"brand","name":{"en":"Brand","zh_CN":"品牌","zh_TW":"品牌"},"required":true},{"code":"model","name":{"en":"Model","zh_CN":"型号","zh_TW":"車型"},"required":true},{"code":"quantity","name":{"en":"Quantity","zh_CN":"数量","zh_TW":"數量"},"kind":"number","required":true},{"code":"colour","name":{"en":"Colour","zh_CN":"车身颜色","zh_TW":"車身顏色"},"required":true},{"code":"interior","name":{"en":"Interior","zh_CN":"内饰","zh_TW":"內裝"}},{"code":"seats","name":{"en":"Seats","zh_CN":"座位数","zh_TW":"座位數"},"kind":"number"},{"code":"vin","name":{"en":"VIN","zh_CN":"车架号","zh_TW":"車身號碼"},"kind":"vin"},{"code":"engine_number","name":{"en":"Engine no.","zh_CN":"发动机号","zh_TW":"引擎號碼"}},{"code":"emission_standard","name":{"en":"Emissions","zh_CN":"排放标准","zh_TW":"排放標準"}},{"code":"built_on","name":{"en":"Built on","zh_CN":"生产日期","zh_TW":"出廠日期"},"kind":"date"},{"code":"delivery_date","name":{"en":"Hand-over","zh_CN":"约定交车日","zh_TW":"約定交車日"},"kind":"date","required":true,"event":"delivery"},{"code":"delivery_place","name":{"en":"Place","zh_CN":"交车地点","zh_TW":"交車地點"},"required":true}],"plan_notes":[{"en":"Party A gives a receipt for every payment. Once {invoice_from} of the total price has been received, Party B may ask for the vehicle sales invoice.","zh_CN":"甲方每收一笔款项即出具收款收据；已收款达到合同总价 {invoice_from} 后，乙方可申请开具机动车销售统一发票。","zh_TW":"甲方每收一筆款項即開立收款收據；已收款達合約總價 {invoice_from} 後，乙方得申請開立購車發票。"},{"en":"Party A hands the vehicle over once Party B has paid what is due. Where a loan is not approved, the provisions on rescission below apply.","zh_CN":"乙方付清应付款项后，甲方办理车辆交付。贷款未获批准的，双方按本合同关于解除的约定处理。","zh_TW":"乙方付清應付款項後，甲方辦理車輛交付。貸款未獲核准者，雙方依本合約關於解除之約定辦理。"}],"articles":[{"title":{"en":"Delivery","zh_CN":"车辆交付","zh_TW":"車輛交付"},"clauses":[{"en":"Party A delivers the vehicle to Party B on {delivery_date} at {delivery_place}. A party that needs another date tells the other before the agreed one, and the new date is agreed in writing.","zh_CN":"甲方于 {delivery_date} 在{delivery_place}向乙方交付车辆。一方需要改期的，应在原定日期之前告知对方，并书面约定新的日期。","zh_TW":"甲方於 {delivery_date} 在{delivery_place}向乙方交付車輛。一方需改期者，應於原定日期前告知他方，並以書面約定新的日期。"},{"en":"Before delivery Party A carries out the pre-delivery inspection (PDI), cleans the vehicle and shows Party B the inspection record.","zh_CN":"交付前，甲方完成交付前检查（PDI）和车辆清洁，并向乙方出示检查记录。","zh_TW":"交付前，甲方完成交付前檢查（PDI）和車輛清潔，並向乙方出示檢查紀錄。"},{"en":"Handed over together with the vehicle are its certificate of conformity, invoice, warranty booklet, manual, tools and all keys; each is entered on the delivery checklist.","zh_CN":"甲方随车移交车辆合格证、发票、保修手册、使用说明书、随车工具和全部钥匙，并逐项记入交车确认表。","zh_TW":"甲方隨車移交車輛合格證明、發票、保固手冊、使用說明書、隨車工具及全部鑰匙，並逐項記入交車確認表。"},{"en":"Party B may have the vehicle collected by another person, who presents a written authorisation and identity documents.","zh_CN":"乙方可以委托他人提车，受托人应出示书面委托书和双方身份证件。","zh_TW":"乙方得委託他人領車，受託人應出示委託書及雙方身分證件。"}]},{"title":{"en":"Inspection by the Buyer","zh_CN":"车辆验收","zh_TW":"車輛驗收"},"clauses":[{"en":"At hand-over Party B checks the exterior, interior, equipment, mileage and items supplied, and compares the VIN and engine number with this contract.","zh_CN":"交车时，乙方当场检查车辆外观、内饰、配置、里程数和随车物品，并核对车架号、发动机号与本合同是否一致。","zh_TW":"交車時，乙方當場檢查車輛外觀、內裝、配備、里程數及隨車物品，並核對車身號碼、引擎號碼與本合約是否一致。"},{"en":"If there is damage, a difference in equipment or a malfunction, Party B may refuse the vehicle, or note it on the delivery checklist with a date by which Party A puts it right.","zh_CN":"发现外观损伤、配置不符或功能异常的，乙方可以拒收，也可以在交车确认表上注明，由甲方在约定期限内处理完毕。","zh_TW":"發現外觀損傷、配備不符或功能異常者，乙方得拒絕受領，亦得於交車確認表上註明，由甲方於約定期限內處理完畢。"},{"en":"Signing the delivery checklist confirms what can be seen at hand-over. It does not release Party A from liability for defects that cannot.","zh_CN":"乙方签署交车确认表，表示对当场可见的状况予以确认；甲方对当场不能发现的瑕疵仍依法承担责任。","zh_TW":"乙方簽署交車確認表，表示確認當場可見之狀況；甲方對當場無法發現之瑕疵，仍依法負責。"}]},{"title":{"en":"Services on the Buyer''s Behalf","zh_CN":"代办事项","zh_TW":"代辦事項"},"clauses":[{"en":"Where Party B entrusts Party A with insurance, taxes or registration, sums collected for them are used for nothing else and are settled by the actual receipts.","zh_CN":"乙方委托甲方办理保险、缴税或登记上牌的，代收款项专款专用，按实际票据结算，多退少补。","zh_TW":"乙方委託甲方辦理保險、繳稅或領牌登記者，代收款項專款專用，依實際單據結算，多退少補。"},{"en":"Party A submits the applications within 5 working days of receiving complete documents and the sums due. A delay caused by missing documents or by an authority extends the time, and Party A says so without delay.","zh_CN":"乙方资料齐全且款项到账后，甲方在 5 个工作日内提交申请。因资料不全或主管部门原因延误的，时间相应顺延，甲方应及时告知。","zh_TW":"乙方資料齊全且款項到帳後，甲方於 5 個工作天內送件。因資料不全或主管機關之原因延誤者，時間順延，甲方應即時告知。"},{"en":"Party B is free to choose insurer, cover and lender. Party A does not make the sale depend on buying insurance, a loan or accessories.","zh_CN":"保险公司、险种和贷款机构由乙方自主选择，甲方不得以购买保险、贷款或精品作为售车条件。","zh_TW":"保險公司、險種及貸款機構由乙方自由選擇，甲方不得以購買保險、貸款或精品配件作為售車條件。"}]},{"title":{"en":"Title and Risk","zh_CN":"所有权与风险","zh_TW":"所有權與風險"},"clauses":[{"en":"Title passes to Party B when the total price has been paid and the vehicle has been delivered.","zh_CN":"乙方付清合同总价且车辆交付时，车辆所有权转移给乙方。","zh_TW":"乙方付清合約總價且車輛交付時，車輛所有權移轉予乙方。"},{"en":"The risk of loss or damage is Party A''s until delivery and Party B''s from then on. If Party B does not take delivery on the agreed day without good reason, the risk passes on that day.","zh_CN":"车辆毁损、灭失的风险，交付前由甲方承担，交付后由乙方承担；乙方无正当理由未按期提车的，自约定交车日起由乙方承担。","zh_TW":"車輛毀損、滅失之危險，交付前由甲方負擔，交付後由乙方負擔；乙方無正當理由未按期領車者，自約定交車日起由乙方負擔。"},{"en":"Party A warrants that the vehicle is of lawful origin and free of mortgage, seizure and claims of third parties, and that it has had no accident or repair that was not disclosed.","zh_CN":"甲方保证车辆来源合法，不存在抵押、查封或第三人主张权利的情形，也没有未告知的事故或维修记录。","zh_TW":"甲方保證車輛來源合法，無抵押、查封或第三人主張權利之情事，亦無未告知之事故或維修紀錄。"}]},{"title":{"en":"Duties of the Parties","zh_CN":"双方义务","zh_TW":"雙方義務"},"clauses":[{"en":"Party A tells Party B truthfully the equipment, build date, consumption and price of the vehicle and any work done on it before delivery, and charges nothing that this contract does not name.","zh_CN":"甲方应如实告知车辆的配置、生产日期、能耗、价格和交付前的维修情况，不得收取本合同之外的费用。","zh_TW":"甲方應據實告知車輛之配備、出廠日期、能耗、價格及交付前之維修情形，不得收取本合約以外之費用。"},{"en":"Party B provides true and complete documents, pays as agreed and takes delivery in time.","zh_CN":"乙方应提供真实、完整的资料，按约付款并按期提车。","zh_TW":"乙方應提供真實、完整之資料，依約付款並按期領車。"},{"en":"Party B warrants that a vehicle traded in belongs to them and has no undisclosed accident, mortgage or unpaid fine. If its condition differs from the appraisal, the parties appraise it again.","zh_CN":"乙方以旧车置换的，应保证旧车权属清楚，无未告知的事故、抵押或未处理的违章；车况与评估时不一致的，双方重新评估。","zh_TW":"乙方以舊車折抵者，應保證舊車權屬清楚，無未告知之事故、抵押或未結清之罰鍰；車況與評估時不符者，雙方重新評估。"}]},{"title":{"en":"Breach of Contract","zh_CN":"违约责任","zh_TW":"違約責任"},"clauses":[{"en":"If Party A delivers late, it pays {overdue_interest} of the sum already paid for each day. After more than 15 days Party B may rescind the contract.","zh_CN":"甲方逾期交车的，自逾期之日起按乙方已付款每日 {overdue_interest} 支付违约金；逾期超过 15 日的，乙方有权解除合同。","zh_TW":"甲方逾期交車者，自逾期之日起按乙方已付款每日 {overdue_interest} 支付違約金；逾期超過 15 日者，乙方得解除合約。"},{"en":"If Party B pays late, it pays {overdue_interest} of the overdue sum for each day. After more than 15 days Party A may rescind the contract.","zh_CN":"乙方逾期付款的，自逾期之日起按逾期金额每日 {overdue_interest} 支付违约金；逾期超过 15 日的，甲方有权解除合同。","zh_TW":"乙方逾期付款者，自逾期之日起按逾期金額每日 {overdue_interest} 支付違約金；逾期超過 15 日者，甲方得解除合約。"},{"en":"If the vehicle does not conform to this contract, Party B may demand repair, replacement, a lower price or rescission. In case of fraud Party A is liable by law beyond that.","zh_CN":"车辆与本合同不符的，乙方可以要求修理、更换、减少价款或解除合同；甲方存在欺诈行为的，另依法承担责任。","zh_TW":"車輛與本合約不符者，乙方得請求修理、更換、減少價金或解除合約；甲方有詐欺情事者，另依法負責。"},{"en":"A party prevented by force majeure is not liable to that extent, provided it tells the other without delay and furnishes proof.","zh_CN":"因不可抗力不能履行的，在影响范围内免除责任，但应及时通知对方并提供证明。","zh_TW":"因不可抗力致不能履行者，於其影響範圍內免除責任，但應即時通知他方並提供證明。"}]},{"title":{"en":"Amendment and Rescission","zh_CN":"变更与解除","zh_TW":"變更與解除"},"clauses":[{"en":"This contract is not altered by hand after signing. Changes are made by a numbered amendment, which once signed by both parties has the same force as this contract.","zh_CN":"本合同签订后不作涂改。需要变更的，双方另签带编号的增减项补充协议，签字盖章后与本合同具有同等效力。","zh_TW":"本合約簽訂後不得塗改。需變更者，雙方另簽具編號之增減項補充協議，經簽名蓋章後與本合約具同等效力。"},{"en":"If the contract is rescinded because Party A does not deliver or the vehicle does not conform, Party A returns the deposit twice over and all other payments in full.","zh_CN":"因甲方未按约定交付或车辆与本合同不符而解除的，甲方双倍返还定金，并全额退还其他已付款。","zh_TW":"因甲方未依約交付或車輛與本合約不符而解除者，甲方加倍返還訂金，並全額退還其他已付款。"},{"en":"If Party B gives up the purchase without good reason, the deposit of {deposit} yuan is not returned; other payments are, less costs already paid on Party B''s behalf. What exceeds 20 % of the total price counts as advance payment, not as deposit.","zh_CN":"乙方无正当理由不再购买的，定金 {deposit} 元不予退还，其他已付款扣除已实际发生的代付费用后退还；定金超过合同总价 20 % 的部分按预付款处理。","zh_TW":"乙方無正當理由不再購買者，訂金 {deposit} 元不予退還，其他已付款扣除已實際發生之代付費用後退還；訂金超過合約總價 20 % 之部分以預付款論。"},{"en":"If a loan is not approved, in case of force majeure, or by mutual consent, deposit and payments are returned in full less costs already paid on Party B''s behalf. Refunds are made by the original means of payment within 7 working days of the signing of the cancellation.","zh_CN":"因贷款未获批准、不可抗力或双方协商一致而解除的，定金和其他已付款扣除已实际发生的代付费用后全额退还。退款自解除协议签订之日起 7 个工作日内原路退回。","zh_TW":"因貸款未獲核准、不可抗力或雙方合意而解除者，訂金及其他已付款扣除已實際發生之代付費用後全額退還。退款自解除協議簽訂之日起 7 個工作天內以原付款方式退還。"}]},{"title":{"en":"Quality and Warranty","zh_CN":"质量与保修","zh_TW":"品質與保固"},"clauses":[{"en":"The maker''s warranty and the statutory rights of repair, replacement and return follow the law and the warranty booklet. The period starts on the date of the invoice.","zh_CN":"车辆质量保证与修理、更换、退货责任按国家有关规定及随车保修手册执行，保修期自开具发票之日起计算。","zh_TW":"車輛品質保證及修理、更換、退貨責任，依有關法令及隨車保固手冊辦理，保固期自開立發票之日起計算。"},{"en":"Warranty periods: {warranty}. Those of accessories start on the day they were fitted.","zh_CN":"保修期限：{warranty}。加装附件自安装之日起计算。","zh_TW":"保固期限：{warranty}。加裝配件自安裝之日起計算。"},{"en":"Damage by misuse, by accident or by changes made elsewhere is not covered. Parts not affected by it keep their warranty.","zh_CN":"人为损坏、事故损坏和自行改装造成的损坏不在保修范围内；未受影响的部分，保修不受妨碍。","zh_TW":"人為損壞、事故損壞及自行改裝所致之損壞，不在保固範圍內；未受影響之部分，保固不受妨礙。"}]},{"title":{"en":"Personal Data","zh_CN":"个人信息","zh_TW":"個人資料"},"clauses":[{"en":"Party A uses Party B''s personal data only to perform this contract, to arrange insurance and registration, and for after-sales service. It passes none to unrelated third parties without Party B''s consent.","zh_CN":"甲方仅为履行本合同、办理保险与登记、提供售后服务而使用乙方个人信息；未经乙方同意，不得向无关第三方提供。","zh_TW":"甲方僅為履行本合約、辦理保險與登記、提供售後服務而使用乙方個人資料；未經乙方同意，不得提供予無關之第三人。"},{"en":"Party B may at any time see and correct these data, and have deleted what the law does not make Party A keep.","zh_CN":"乙方可以随时查阅、更正其个人信息，并可以要求删除法律未规定必须保存的部分。","zh_TW":"乙方得隨時查閱、更正其個人資料，並得請求刪除法律未規定必須保存之部分。"}]},{"title":{"en":"Disputes","zh_CN":"争议解决","zh_TW":"爭議解決"},"clauses":[{"en":"The parties first try to settle a dispute by talking to each other, or through a consumer organisation. Failing that, either may sue at the competent court of the place where this contract was signed.","zh_CN":"因本合同发生争议的，双方先行协商，也可以请消费者组织调解；协商、调解不成的，任何一方可以向合同签订地有管辖权的人民法院提起诉讼。","zh_TW":"因本合約發生爭議者，雙方先行協商，亦得請消費者保護團體調解；協商、調解不成者，任一方得向合約簽訂地有管轄權之法院提起訴訟。"},{"en":"While a dispute is pending, provisions not concerned by it continue to be performed.","zh_CN":"争议期间，不涉及争议的条款继续履行。","zh_TW":"爭議期間，不涉及爭議的條款繼續履行。"}]},{"title":{"en":"Final Provisions","zh_CN":"附则","zh_TW":"附則"},"clauses":[{"en":"This contract is made in three copies, two for Party A and one for Party B, and takes effect on the day both parties have signed or sealed it.","zh_CN":"本合同一式三份，甲方执两份，乙方执一份，自双方签字盖章之日起生效。","zh_TW":"本合約一式三份，甲方執二份，乙方執一份，自雙方簽名蓋章之日起生效。"},{"en":"The annexes and amendments are part of this contract. Party A has explained the clauses on deposit, liability and rescission, and Party B has read and understood them.","zh_CN":"附件和补充协议是本合同的组成部分。甲方已就定金、违约责任和解除条款作出说明，乙方已阅读并理解。","zh_TW":"附件及補充協議為本合約之一部分。甲方已就訂金、違約責任及解除條款予以說明，乙方已閱讀並了解。"}]}]},"countersign_above":"100000.00","invoice_from_share":"60.00","overdue_interest_per_day":"0.05","quote_valid_days":7,"discount_limits":[{"role":"sales","percent":"2.00","amount":"5000.00"},{"role":"sales","percent":"20.00","amount":"2000.00","category":"accessory"},{"role":"sales","percent":"0.00","category":"pass_through"},{"role":"sales_manager","percent":"5.00","amount":"15000.00"},{"role":"sales_manager","percent":"50.00","amount":"6000.00","category":"accessory"},{"role":"sales_manager","percent":"0.00","category":"pass_through"},{"role":"owner"}],"lead_sources":[{"code":"walk_in","name":{"en":"Walk-in","zh_CN":"自然到店","zh_TW":"自行來店"}},{"code":"phone","name":{"en":"Phone call","zh_CN":"来电","zh_TW":"來電"}},{"code":"referral","name":{"en":"Referral","zh_CN":"老客户介绍","zh_TW":"老客戶介紹"}},{"code":"repeat","name":{"en":"Repeat customer","zh_CN":"老客户再购","zh_TW":"舊客回購"}},{"code":"service_visit","name":{"en":"Service visit","zh_CN":"售后转介","zh_TW":"售後轉介"}},{"code":"web","name":{"en":"Web form","zh_CN":"网站留言","zh_TW":"網站留言"}},{"code":"portal","name":{"en":"Car portal","zh_CN":"汽车垂直网站","zh_TW":"汽車入口網站"}},{"code":"social","name":{"en":"Short video or social media","zh_CN":"短视频或社交平台","zh_TW":"短影音或社群平臺"}},{"code":"show","name":{"en":"Motor show","zh_CN":"车展","zh_TW":"車展"}},{"code":"event","name":{"en":"Store event","zh_CN":"店内活动","zh_TW":"店內活動"}},{"code":"outdoor","name":{"en":"Outdoor stand","zh_CN":"外展","zh_TW":"外展"}},{"code":"cold_call","name":{"en":"Outgoing call","zh_CN":"电话邀约","zh_TW":"電話邀約"}},{"code":"other","name":{"en":"Other","zh_CN":"其他","zh_TW":"其他"}}],"lost_reasons":[{"code":"price","name":{"en":"Price","zh_CN":"价格","zh_TW":"價格"}},{"code":"model","name":{"en":"Model","zh_CN":"车型","zh_TW":"車型"}},{"code":"stock","name":{"en":"No stock","zh_CN":"没有现车","zh_TW":"沒有現車"}},{"code":"colour","name":{"en":"Colour or trim","zh_CN":"颜色或配置","zh_TW":"顏色或配備"}},{"code":"finance","name":{"en":"Loan refused or too costly","zh_CN":"贷款未批或成本高","zh_TW":"貸款未核准或成本高"}},{"code":"rival","name":{"en":"Bought another brand","zh_CN":"购买其他品牌","zh_TW":"購買其他品牌"},"asks":{"en":"Which brand and model?","zh_CN":"哪个品牌和车型？","zh_TW":"哪個品牌和車型？"}},{"code":"other_dealer","name":{"en":"Bought at another dealer","zh_CN":"在其他店购买","zh_TW":"在其他店家購買"},"asks":{"en":"Which dealer, and at what price?","zh_CN":"哪一家店，成交价多少？","zh_TW":"哪一家店，成交價多少？"}},{"code":"postponed","name":{"en":"Purchase postponed","zh_CN":"暂缓购买","zh_TW":"暫緩購買"}},{"code":"no_contact","name":{"en":"Cannot be reached","zh_CN":"联系不上","zh_TW":"聯絡不上"}},{"code":"other","name":{"en":"Other","zh_CN":"其他","zh_TW":"其他"},"asks":{"en":"What was the reason?","zh_CN":"具体原因是什么？","zh_TW":"具體原因是什麼？"}}],"intent_levels":[{"code":"h","name":{"en":"H","zh_CN":"H","zh_TW":"H"},"contact_within_days":2,"buys_within_days":7},{"code":"a","name":{"en":"A","zh_CN":"A","zh_TW":"A"},"contact_within_days":4,"buys_within_days":15},{"code":"b","name":{"en":"B","zh_CN":"B","zh_TW":"B"},"contact_within_days":7,"buys_within_days":30},{"code":"c","name":{"en":"C","zh_CN":"C","zh_TW":"C"},"contact_within_days":15,"buys_within_days":90},{"code":"n","name":{"en":"N","zh_CN":"N","zh_TW":"N"},"contact_within_days":30}],"protection":{},"demo":{"store":{"name":{"en":"Anlan Qiheng Motors","zh_CN":"安岚启衡汽车销售服务有限公司","zh_TW":"安嵐啟衡汽車銷售服務有限公司"},"address":{"en":"188 Yunting Avenue, Wanghu District, Anlan","zh_CN":"安岚市望湖区云汀大道 188 号","zh_TW":"安嵐市望湖區雲汀大道 188 號"},"phone":"400-000-0188","tax_number":"91990100MA7K2QHL35","bank":{"en":"Bank of Anlan, Wanghu branch","zh_CN":"安岚银行望湖支行","zh_TW":"安嵐銀行望湖分行"},"account":"9900 0188 0000 3157 264"},"items":[{"code":"lc_v7_15t_zx","name":{"en":"Lanchuan V7 2026 1.5T Premium","zh_CN":"澜川 V7 2026 款 1.5T 臻享版","zh_TW":"瀾川 V7 2026 年式 1.5T 臻享版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"189800.00","cost":"171500.00","spec":{"en":"SUV, 5 seats, 7-speed dual clutch","zh_CN":"五座 SUV，7 速双离合","zh_TW":"五人座 SUV，七速雙離合"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Power tailgate","zh_CN":"电动尾门","zh_TW":"電動尾門"},"price":"2500.00","cost":"1900.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_v7_15t_ss","name":{"en":"Lanchuan V7 2026 1.5T Comfort","zh_CN":"澜川 V7 2026 款 1.5T 舒适版","zh_TW":"瀾川 V7 2026 年式 1.5T 舒適版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"169800.00","cost":"154200.00","spec":{"en":"SUV, 5 seats, 7-speed dual clutch","zh_CN":"五座 SUV，7 速双离合","zh_TW":"五人座 SUV，七速雙離合"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_v7_20t_qj","name":{"en":"Lanchuan V7 2026 2.0T Flagship AWD","zh_CN":"澜川 V7 2026 款 2.0T 四驱旗舰版","zh_TW":"瀾川 V7 2026 年式 2.0T 四驅旗艦版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"229800.00","cost":"207600.00","spec":{"en":"SUV, 5 seats, 8-speed automatic","zh_CN":"五座 SUV，8 速自动","zh_TW":"五人座 SUV，八速自排"},"options":[{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"lc_v9_phev","name":{"en":"Lanchuan V9 2026 Plug-in Hybrid","zh_CN":"澜川 V9 2026 款 插电混动 尊享版","zh_TW":"瀾川 V9 2026 年式 插電式油電 尊享版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"259800.00","cost":"236800.00","spec":{"en":"SUV, 7 seats, 120 km electric range","zh_CN":"七座 SUV，纯电续航 120 km","zh_TW":"七人座 SUV，純電續航 120 km"},"options":[{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"Power tailgate","zh_CN":"电动尾门","zh_TW":"電動尾門"},"price":"2500.00","cost":"1900.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"lc_l3_ht","name":{"en":"Lanchuan L3 2026 Hybrid","zh_CN":"澜川 L3 2026 款 混动 畅行版","zh_TW":"瀾川 L3 2026 年式 油電 暢行版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"119800.00","cost":"109600.00","spec":{"en":"Saloon, 5 seats, 4.2 L/100 km","zh_CN":"五座轿车，4.2 L/100 km","zh_TW":"五人座轎車，4.2 L/100 km"},"options":[{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"}]},{"code":"lc_l5_15t","name":{"en":"Lanchuan L5 2026 1.5T Elegance","zh_CN":"澜川 L5 2026 款 1.5T 雅致版","zh_TW":"瀾川 L5 2026 年式 1.5T 雅緻版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"139800.00","cost":"127300.00","spec":{"en":"Saloon, 5 seats, CVT","zh_CN":"五座轿车，无级变速","zh_TW":"五人座轎車，無段變速"},"options":[{"name":{"en":"Panoramic sunroof","zh_CN":"全景天窗","zh_TW":"全景天窗"},"price":"4500.00","cost":"3600.00"},{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"}]},{"code":"xy_e5_510","name":{"en":"Xingyu E5 2026 510 km Standard","zh_CN":"星屿 E5 2026 款 510 km 标准版","zh_TW":"星嶼 E5 2026 年式 510 km 標準版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"149800.00","cost":"138900.00","spec":{"en":"Electric saloon, 5 seats, 58 kWh","zh_CN":"纯电轿车，五座，58 kWh","zh_TW":"純電轎車，五人座，58 kWh"},"options":[{"name":{"en":"Pearl paint","zh_CN":"珠光漆","zh_TW":"珍珠漆"},"price":"2000.00","cost":"1500.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"}]},{"code":"xy_e5_680","name":{"en":"Xingyu E5 2026 680 km Long Range","zh_CN":"星屿 E5 2026 款 680 km 长续航版","zh_TW":"星嶼 E5 2026 年式 680 km 長程版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"179800.00","cost":"165900.00","spec":{"en":"Electric saloon, 5 seats, 78 kWh","zh_CN":"纯电轿车，五座，78 kWh","zh_TW":"純電轎車，五人座，78 kWh"},"options":[{"name":{"en":"Highway assist pack","zh_CN":"高速领航辅助套件","zh_TW":"高速公路輔助駕駛套件"},"price":"10000.00","cost":"8000.00"},{"name":{"en":"19-inch alloy wheels","zh_CN":"19 英寸铝合金轮毂","zh_TW":"19 吋鋁圈"},"price":"4000.00","cost":"3100.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"xy_m6_awd","name":{"en":"Xingyu M6 2026 AWD Performance","zh_CN":"星屿 M6 2026 款 四驱高性能版","zh_TW":"星嶼 M6 2026 年式 四驅性能版"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"269800.00","cost":"247500.00","spec":{"en":"Electric SUV, 5 seats, 96 kWh","zh_CN":"纯电 SUV，五座，96 kWh","zh_TW":"純電 SUV，五人座，96 kWh"},"options":[{"name":{"en":"Highway assist pack","zh_CN":"高速领航辅助套件","zh_TW":"高速公路輔助駕駛套件"},"price":"10000.00","cost":"8000.00"},{"name":{"en":"Nappa leather seats","zh_CN":"纳帕真皮座椅","zh_TW":"Nappa 真皮座椅"},"price":"8000.00","cost":"6200.00"},{"name":{"en":"12-speaker sound system","zh_CN":"12 扬声器音响","zh_TW":"12 喇叭音響"},"price":"3500.00","cost":"2600.00"}]},{"code":"yf_t8","name":{"en":"Yufeng T8 2026 2.0T Diesel Pickup","zh_CN":"驭峰 T8 2026 款 2.0T 柴油皮卡","zh_TW":"馭峰 T8 2026 年式 2.0T 柴油皮卡"},"category":"vehicle","unit":{"en":"car","zh_CN":"辆","zh_TW":"輛"},"price":"136800.00","cost":"124600.00","spec":{"en":"Double cab, four-wheel drive, 8-speed automatic","zh_CN":"双排四驱，8 速自动","zh_TW":"雙廂四驅，八速自排"}},{"code":"film_full","name":{"en":"Window film, windscreen and sides","zh_CN":"隔热膜（前挡 + 侧后挡）","zh_TW":"隔熱紙（前擋 + 側後擋）"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"2680.00","cost":"1150.00","spec":{"en":"fitting included, 8-year warranty","zh_CN":"含施工，质保 8 年","zh_TW":"含施工，保固 8 年"}},{"code":"film_paint","name":{"en":"Paint protection film","zh_CN":"漆面保护膜","zh_TW":"漆面保護膜"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"9800.00","cost":"5600.00","spec":{"en":"TPU, whole car, fitting included","zh_CN":"TPU 全车，含施工","zh_TW":"TPU 全車，含施工"}},{"code":"mats","name":{"en":"All-round floor mats","zh_CN":"全包围脚垫","zh_TW":"全包覆腳踏墊"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"580.00","cost":"230.00","spec":{"en":"TPE, set for five seats","zh_CN":"TPE，五座一套","zh_TW":"TPE，五人座一套"}},{"code":"boot_mat","name":{"en":"Boot mat","zh_CN":"后备厢垫","zh_TW":"後車廂墊"},"category":"accessory","unit":{"en":"piece","zh_CN":"件","zh_TW":"件"},"price":"280.00","cost":"105.00","spec":{"en":"TPE, raised edge","zh_CN":"TPE，加高边","zh_TW":"TPE，加高邊"}},{"code":"dash_cam","name":{"en":"Dash camera, front and rear","zh_CN":"行车记录仪（前后双录）","zh_TW":"行車記錄器（前後雙錄）"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"1280.00","cost":"560.00","spec":{"en":"with 64 GB card and hidden wiring","zh_CN":"含 64 GB 卡与隐藏走线","zh_TW":"含 64 GB 記憶卡及隱藏式配線"}},{"code":"steps","name":{"en":"Side steps","zh_CN":"侧踏板","zh_TW":"側踏板"},"category":"accessory","unit":{"en":"pair","zh_CN":"对","zh_TW":"對"},"price":"1980.00","cost":"920.00","spec":{"en":"aluminium, model-specific","zh_CN":"铝合金，专车专用","zh_TW":"鋁合金，專車專用"}},{"code":"roof_box","name":{"en":"Roof box 420 L","zh_CN":"车顶箱 420 L","zh_TW":"車頂箱 420 L"},"category":"accessory","unit":{"en":"each","zh_CN":"个","zh_TW":"個"},"price":"2380.00","cost":"1260.00","spec":{"en":"cross bars included","zh_CN":"含横杆","zh_TW":"含橫桿"}},{"code":"child_seat","name":{"en":"Child seat","zh_CN":"儿童安全座椅","zh_TW":"兒童安全座椅"},"category":"accessory","unit":{"en":"each","zh_CN":"个","zh_TW":"個"},"price":"1680.00","cost":"890.00","spec":{"en":"ISOFIX, 0–7 years","zh_CN":"ISOFIX，0–7 岁","zh_TW":"ISOFIX，0–7 歲"}},{"code":"screen","name":{"en":"Rear entertainment screen","zh_CN":"后排娱乐屏","zh_TW":"後座娛樂螢幕"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"3200.00","cost":"1880.00","spec":{"en":"15.6 inches, ceiling-mounted","zh_CN":"15.6 英寸吸顶式","zh_TW":"15.6 吋吸頂式"}},{"code":"emergency_kit","name":{"en":"Emergency kit","zh_CN":"应急套装","zh_TW":"緊急救援組"},"category":"accessory","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"198.00","cost":"76.00","spec":{"en":"triangle, vest, extinguisher, cable","zh_CN":"三角牌、反光衣、灭火器、搭火线","zh_TW":"三角牌、反光背心、滅火器、救車線"}},{"code":"wallbox","name":{"en":"Home charging point 7 kW","zh_CN":"家用充电桩 7 kW","zh_TW":"家用充電樁 7 kW"},"category":"accessory","unit":{"en":"unit","zh_CN":"台","zh_TW":"臺"},"price":"3680.00","cost":"2250.00","spec":{"en":"installation with 30 m cable included","zh_CN":"含 30 米线缆与安装","zh_TW":"含 30 公尺電纜及安裝"}},{"code":"tank_guard","name":{"en":"Engine guard","zh_CN":"发动机护板","zh_TW":"引擎下護板"},"category":"accessory","unit":{"en":"piece","zh_CN":"件","zh_TW":"件"},"price":"680.00","cost":"290.00","spec":{"en":"manganese steel","zh_CN":"锰钢","zh_TW":"錳鋼"}},{"code":"registration","name":{"en":"Registration service","zh_CN":"上牌代办","zh_TW":"代辦領牌"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"500.00","cost":"120.00","spec":{"en":"done by us, about 5 working days after hand-over","zh_CN":"店内代办，交车后约 5 个工作日","zh_TW":"本店代辦，交車後約 5 個工作天"}},{"code":"ext_warranty","name":{"en":"Extended warranty, 2 years","zh_CN":"延保 2 年","zh_TW":"延長保固 2 年"},"category":"service","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"4980.00","cost":"3300.00","spec":{"en":"engine, gearbox, electronics","zh_CN":"发动机、变速箱、电控系统","zh_TW":"引擎、變速箱、電控系統"}},{"code":"care_3y","name":{"en":"Service plan, 3 years","zh_CN":"保养套餐 3 年 6 次","zh_TW":"保養套餐 3 年 6 次"},"category":"service","unit":{"en":"set","zh_CN":"套","zh_TW":"套"},"price":"3280.00","cost":"1960.00","spec":{"en":"oil, filters, checks","zh_CN":"机油、滤芯、检查","zh_TW":"機油、濾芯、檢查"}},{"code":"coating","name":{"en":"Ceramic coating","zh_CN":"漆面镀晶","zh_TW":"陶瓷鍍膜"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"2600.00","cost":"1050.00"},{"code":"door_delivery","name":{"en":"Delivery to your door","zh_CN":"送车上门","zh_TW":"到府交車"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"800.00","cost":"380.00","spec":{"en":"within 200 km","zh_CN":"200 km 以内","zh_TW":"200 km 以內"}},{"code":"loan_service","name":{"en":"Loan application service","zh_CN":"贷款手续代办","zh_TW":"貸款手續代辦"},"category":"service","unit":{"en":"job","zh_CN":"次","zh_TW":"次"},"price":"1000.00","cost":"200.00"},{"code":"liability","name":{"en":"Compulsory motor liability insurance","zh_CN":"机动车交通事故责任强制保险","zh_TW":"強制汽車責任保險"},"category":"pass_through","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"950.00","cost":"950.00","spec":{"en":"family car under 6 seats, first year","zh_CN":"6 座以下家用，首年","zh_TW":"6 人座以下自用，首年"}},{"code":"commercial","name":{"en":"Commercial insurance","zh_CN":"商业保险","zh_TW":"任意汽車保險"},"category":"pass_through","unit":{"en":"policy","zh_CN":"份","zh_TW":"份"},"price":"4350.00","cost":"4350.00","spec":{"en":"own damage, third party 3 million, passengers","zh_CN":"车损 + 三者 300 万 + 车上人员","zh_TW":"車體損失 + 第三人 300 萬 + 乘客"}},{"code":"purchase_tax","name":{"en":"Vehicle purchase tax","zh_CN":"车辆购置税","zh_TW":"車輛購置稅"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"16530.97","cost":"16530.97","spec":{"en":"10 % of the price without VAT","zh_CN":"不含税价 × 10 %","zh_TW":"不含稅價 × 10 %"}},{"code":"vehicle_tax","name":{"en":"Vehicle and vessel tax","zh_CN":"车船税","zh_TW":"使用牌照稅"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"420.00","cost":"420.00","spec":{"en":"1.0–1.6 L, per year","zh_CN":"排量 1.0–1.6 L，按年","zh_TW":"排氣量 1.0–1.6 L，按年"}},{"code":"plate_fee","name":{"en":"Registration fees","zh_CN":"上牌规费","zh_TW":"領牌規費"},"category":"pass_through","unit":{"en":"item","zh_CN":"项","zh_TW":"項"},"price":"125.00","cost":"125.00","spec":{"en":"plates, licence, certificate","zh_CN":"号牌、行驶证、登记证书","zh_TW":"號牌、行照、登記書"}}]},"warranty":[{"what":{"en":"whole vehicle (by the maker)","zh_CN":"整车（厂家质保）","zh_TW":"整車（原廠保固）"},"months":36},{"what":{"en":"window film","zh_CN":"隔热膜","zh_TW":"隔熱紙"},"months":96},{"what":{"en":"dash camera","zh_CN":"行车记录仪","zh_TW":"行車記錄器"},"months":24},{"what":{"en":"other fitted accessories","zh_CN":"其他加装附件","zh_TW":"其他加裝配件"},"months":12}]}');
INSERT INTO counter (series, last) VALUES ('BJ-2026', 2);
INSERT INTO counter (series, last) VALUES ('HT-2026', 1);
INSERT INTO counter (series, last) VALUES ('SJ-2026', 3);
INSERT INTO audit_head (id, lines, code, chain_key) VALUES (1, 54, '95174fc7cf26ca7d2db9abb8053bd96d0d013f09eff536739156d39f0e619d87', '2fd817a37c52e67f6190a8143dd67fd1b4e109e011d6cce9619be1eff578d6bd');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (1, 1795226400000, 0, 'shop.found', 'staff', 1, '{"name":"王总","roles":["administrator","owner"],"trade":"car_dealership"}', 'a87a74e2a7e4d271f8ec5f0a26f89c9d56e1f50edcb2cd9df25d11c28c03bbc6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (10, 1795226400000, 3, 'customers.open_file', 'customer', 1, '{"contact":"visit","source":""}', '7146512fa41f5cb80955b4b8639a39e25b6b40ee952b759e4cbc27f33c502734');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (11, 1795226400000, 3, 'sales.start_quote', 'quote', 1, '{"number":"BJ-2026-0001","total":18980000}', 'e8f303913a84d1aa9d688b39839476ba9979d283f9aae533d173ea35436f36a0');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (12, 1795226400000, 3, 'sales.draft_contract', 'contract', 1, '{"edition":1,"number":"HT-2026-0001","quote":"BJ-2026-0001","state":"accepted","total":18980000}', 'ae37d4b3d1f096873d8d5178231f2a92446aa0558ac2ec6809eb6e38ae8a5424');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (13, 1795226400000, 3, 'sales.fill_contract', 'contract', 1, '{"changed":["place","subject"],"number":"HT-2026-0001"}', 'd93e0e00db3d90b96336f5f1c3b919b2e32d6f111c4e09978517ed03ff440372');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (14, 1795226400000, 3, 'sales.submit_contract', 'contract', 1, '{"number":"HT-2026-0001","state":"submitted"}', '6909d6f0fae9183557b75b1ca3d02a8dc9691cdc87d5da351caff553bc912bec');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (15, 1795226400000, 2, 'sales.approve_contract', 'contract', 1, '{"note":"","step":"manager"}', '08f7d3219902f793743071b58eba473c148187fe614f294cfe90a76886e26f67');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (16, 1795226400000, 5, 'sales.approve_contract', 'contract', 1, '{"note":"","number":"HT-2026-0001","state":"approved","step":"cashier"}', 'ed968a2667a2dc5a130d5ba5ef20f93ef5e814ad6350da13288bc4a9983c5e89');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (17, 1795226400000, 3, 'sales.sign_contract', 'contract', 1, '{"number":"HT-2026-0001","state":"signed","total":18980000}', '4290db98682ac98a816d25859565e0a48d3b39e87d5b84d445e317b0eff6c8ef');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (18, 1795226400000, 3, 'customers.open_file', 'customer', 2, '{"contact":"visit","source":""}', '7e62c01473fcca94a30b5077af175c3705fcb4059064fb6b42dfe2375156aa0a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (19, 1795226400000, 3, 'sales.start_quote', 'quote', 2, '{"number":"BJ-2026-0002","total":18980000}', '53cab14ba4c7535e84325a83e8777bdb965fffa673e2f2e3204e2b07f97a0870');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (2, 1795226400000, 1, 'staff.hire', 'staff', 2, '{"name":"高经理","roles":["sales_manager"]}', '8316c14deb79880f06fe3f874e11d49923286ca200fe40555b9533041dcdaf37');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (20, 1795226400000, 3, 'sales.offer_quote', 'quote', 2, '{"edition":1,"number":"BJ-2026-0002","state":"offered"}', 'a6ea53b0a19e29dc01de4e3b894b327a4aa7b52a32cf85759ff3ec6a382117a6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (21, 1795226400000, 5, 'sales.take_payment', 'payment', 1, '{"amount":1000000,"contract":"HT-2026-0001","method":"cash","number":"SJ-2026-000001"}', 'd81c09d546ce7be80e4cb512f8e866bde7dc40f5bb9b78cf3a065c770c40b82b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (22, 1795226400000, 5, 'sales.reverse_payment', 'payment', 2, '{"amount":-1000000,"contract":"HT-2026-0001","method":"cash","number":"SJ-2026-000002","reverses":"SJ-2026-000001"}', '6b8923ad7db025287e97ec628f876a065f37909f64fc8f78739ba1142d270819');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (23, 1795226400000, 5, 'sales.take_payment', 'payment', 3, '{"amount":1000000,"contract":"HT-2026-0001","method":"transfer","number":"SJ-2026-000003"}', 'bbb7e374355f429db5c2539655fc7b61917a02f51c2975f7b879ced7ca4fe5b1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (24, 1795226400000, 6, 'customers.register_contact', 'register_line', 3, '{}', '9300b98f8a3d5d650e0c014af08697e49f7caa3c80784ff6bf1298c1c848a380');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (25, 1795226400000, 3, 'staff.keep_draft', 'draft', 3, '{}', '37b5d20d954b2af9f4fe942e434ca9ae330f6f47dd97fe79cdf8542ee0a1dfcb');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (26, 1795226400000, 3, 'papers.attach', 'customer', 1, '{"media_type":"application/pdf","size":15}', '2fca513b1e40ff4306785ed5140346b828de1ec4cac80bd126632626e003af7d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (27, 1795140000000, 6, 'rotation.sign_in', 'rotation_day', 1, '{"event":1}', '1028a820cbd6ecfefbc6820160d4256f18564fc6aa5c7ec5669de0aa9c85faf7');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (28, 1795140000000, 6, 'rotation.arrive', 'rotation_day', 1, '{"event":2,"rule":"R1"}', 'cde77dc5e6e85d3c0bb754acdabfd7e45d70911048c60d22f0471ba45271d97b');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (29, 1795140000000, 6, 'rotation.finish_reception', 'rotation_day', 1, '{"event":3}', '00cfaf11565cd70a47ff8751db4a4bec604623a985ccd6d3fe5d0babed818e1a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (3, 1795226400000, 1, 'staff.hire', 'staff', 3, '{"name":"孙悦","roles":["sales"]}', 'a85ce50401a47135cc0a9b3ca0068b1b85ab927d79cd1e4046663ebd22ec82c9');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (30, 1795140000000, 6, 'rotation.close_day', 'rotation_day', 1, '{"event":4}', 'd54034ae60dba249d58e8fdca7bbc1c7ce52a9fb668a7a93a0f9a2dd091ec938');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (31, 1795226400000, 2, 'rotation.plan_weekday', 'rotation_line_up', 1, '{"people":["4","3"],"weekday":"6"}', 'a36bb46999355d551deb2abac7988ad0a4c33557c925249f96eace18d480d069');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (32, 1795226400000, 2, 'rotation.plan_day', 'rotation_line_up', 2, '{"day":"2026-11-22","people":["3","4"]}', '3eff821e975f6d4ff29c6e9400d3d12185cd148e03f379539848bc1f534a1fe6');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (33, 1795226400000, 2, 'rotation.set_holiday', 'rotation_holiday', 1, '{"day":"2026-11-23","name":"盘点"}', '3cd5bd5548100ac77159cb4a48bc6eae9a2879a613f492e70b6b6a794ffb9135');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (34, 1795226400000, 2, 'rotation.change_policy', 'rotation_day', 2, '{"policy":{"follow_up_gate":null,"household":true,"max_makeups":2,"new_day":"continue","phone_customer_counts":true,"referral_counts":false,"returning_counts":false,"unattended_alarm":60}}', '6f6061f302fe001aa93ba8a17e4c9e00388a43207ae290bb2d67538faa279a95');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (35, 1795226400000, 6, 'rotation.sign_in', 'rotation_day', 2, '{"event":1}', '3af0db96e04f38bbb95428b3ef8782a78862304cc319efe4ab72d3e4f5975fe4');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (36, 1795226400000, 2, 'rotation.correct', 'rotation_day', 2, '{"event":2}', '00de40b5fb1f2eab3a76282203452ac14fcde96b3f84789142734f07f450d22c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (37, 1795226400000, 6, 'rotation.go_away', 'rotation_day', 2, '{"event":3}', '8f01c8b5082f471543437b354e6c2098d252ea6a145c9eb30947b39fc16085b4');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (38, 1795226400000, 2, 'rotation.let_stand_in', 'rotation_day', 2, '{"event":4}', '74f9b657381c857b695beacdefc68227d45d1189e9cb0fb6027233c96cfb31b7');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (39, 1795226400000, 6, 'rotation.come_back', 'rotation_day', 2, '{"event":5}', 'c174a967066419d71686bf4682a19deb84d201fb1efa05bc1299588da0db6adc');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (4, 1795226400000, 1, 'staff.hire', 'staff', 4, '{"name":"李想","roles":["sales"]}', 'f59bb46fcc6f2691888893b1fc424cc8bd01da0473333dfbb526519ff77f1ccd');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (40, 1795226400000, 6, 'rotation.begin_signing', 'rotation_day', 2, '{"event":6}', '668805050e278dad6c0da43119c41ddf95202b7d139847f752969d1611c49317');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (41, 1795226400000, 6, 'rotation.say_on_turn', 'rotation_day', 2, '{"event":7}', '80b9ae21c3054cb7a926e3fe650cbb0746ea4da5639f3041377b332b2d00fc0d');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (42, 1795226400000, 6, 'rotation.end_signing', 'rotation_day', 2, '{"event":8}', '588529dfc223aff40478eee28218e497996df6d4c291559ef4bff686926395a5');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (43, 1795226400000, 6, 'rotation.arrive', 'rotation_day', 2, '{"event":9,"rule":"R1"}', '09f5cdb47a98f1827d0e5a986f824bc8efe5c747ea98c9707f702ae0ec9b9ad8');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (44, 1795226400000, 6, 'rotation.open_file_for', 'customer', 3, '{"contact":"visit","source":""}', 'bd19876680970b85004332ab757578f7e90bd4cbaa6807879140ac4e25542517');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (45, 1795226400000, 6, 'rotation.recognise', 'rotation_day', 2, '{"event":10,"rule":"R8"}', '6c184a391dd5407ab5b7eb6bc07b38f684467cc87848acdb19e06b1cd74e690c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (46, 1795226400000, 6, 'rotation.discover', 'rotation_day', 2, '{"event":11,"rule":"R8"}', '0ee1ff2b35726a21b6f5b4c6dfde75453ab474672d6b19e027a2dcc1d9a45d56');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (47, 1795226400000, 6, 'rotation.insist', 'rotation_day', 2, '{"event":12,"rule":"R11"}', '7b4ee7ce77b691cb99b70ede28b8fbfa94ec720e2c8f8cefc03305779bf327ee');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (48, 1795226400000, 2, 'rotation.override', 'rotation_day', 2, '{"event":13,"rule":"R2"}', 'caee208533fc82372147d37ad87043e6f45f4631b6f8e8a73c13d17ad63eebb7');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (49, 1795226400000, 2, 'rotation.take_back', 'rotation_day', 2, '{"event":14}', '7f948fd3588c5193f2ccb7df84d633a88d851b34cc151d0996307133270a3298');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (5, 1795226400000, 1, 'staff.hire', 'staff', 5, '{"name":"方若云","roles":["cashier"]}', 'b440ecda239b0b9b425ad89ef11ce7eb9836b965441bca4c240ff35c90c827c1');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (50, 1795226400000, 6, 'rotation.sign_out', 'rotation_day', 2, '{"event":15}', 'c7dc206d93d73b5784f9f36183d2e916081c5d773ad1366f9d885a410bcb6f26');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (51, 1795226400000, 6, 'rotation.undo', 'rotation_day', 2, '{"event":16}', '651a9e5c40e17461a008a5f4f58dc8534e9504a36c8693e7f929650a65cc6b7c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (52, 1795226400000, 2, 'rotation.change_line_up', 'rotation_day', 2, '{"event":17}', '79c538e0de854b701d991212fd8198b8890d864d8b93168f109415b5d353508c');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (53, 1795226400000, 6, 'rotation.finish_reception', 'rotation_day', 2, '{"event":18}', '6454354509a29813a0725372ec2029355a47475e9fd16e064b3e428fde787818');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (54, 1795226400000, 3, 'papers.keep_print', 'quote', 1, '{"edition":1,"number":"BJ-2026-0001","print_no":1}', '95174fc7cf26ca7d2db9abb8053bd96d0d013f09eff536739156d39f0e619d87');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (6, 1795226400000, 1, 'staff.hire', 'staff', 6, '{"name":"陈晨","roles":["reception"]}', '9fb3875018c17e6b6bc2225baccc26935598dab68d2a6afe1be567ff1571d61a');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (7, 1795226400000, 1, 'catalog.add_item', 'item', 1, '{"code":"V7","price":18980000}', 'f6e89625fbdef439ac0bbf0c52d4616cceb1533d59064beaac32cca82345b8fc');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (8, 1795226400000, 1, 'catalog.add_item', 'item', 2, '{"code":"DJ-01","price":80000}', 'a2851f3db43665fe3c413f10d0ebaa8f5f8d80ae02b0129feb3202c2a50dbe9f');
INSERT INTO audit_line (id, at, staff_id, action, kind, record_id, details, code) VALUES (9, 1795226400000, 1, 'catalog.add_item', 'item', 3, '{"code":"BX-01","price":95000}', '62ced7bbb2df336f44e96b53f875c5aa7e61c12ca058c05acebca610746606c5');
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (1, '550529b5e0ab4796a26e55e6bf08311e', 1, 1795226400000, 1795226400000, '王总', '', 'administrator,owner', '$argon2id$v=19$m=65536,t=2,p=1$XK5gyWLS6/Z8YL2l9jfk1g$wM+yPgLoda6tJ1di+Py8AZpnsC1RBfUGypEdl7eeYHI', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (2, '41fa797ea1aa4f9fbc881a017539e46b', 1, 1795226400000, 1795226400000, '高经理', '139 0000 1111', 'sales_manager', '$argon2id$v=19$m=65536,t=2,p=1$PsDvOy1j8aMdU/0bZLCp7Q$FOxpbpKFl1RMetT3eKUsIW/kdKoshkRY3UJp7/KLVXg', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (3, 'e9770b7c17204f2aab71ae5dc94f5989', 1, 1795226400000, 1795226400000, '孙悦', '139 0000 1111', 'sales', '$argon2id$v=19$m=65536,t=2,p=1$eL9F44/PebpOQQRnku8XTQ$KfF2+TWQG8ZwheKF92xFeR0maxHVTzdZL/sgO13diQc', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (4, 'da825e7b7c3042fbaa3a901103bed883', 1, 1795226400000, 1795226400000, '李想', '139 0000 1111', 'sales', '$argon2id$v=19$m=65536,t=2,p=1$MVn7WntPrPCV2xC7w6UbyQ$nDpit4K8y20jGbyTqgsyCnw6tGMqViavmXStzWDZC48', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (5, 'f607313788924f8d80ecc3ab42174c9e', 1, 1795226400000, 1795226400000, '方若云', '139 0000 1111', 'cashier', '$argon2id$v=19$m=65536,t=2,p=1$EIgftiKAmENe10x9wDwVTw$jrR/59Riitp09SFsGujSRLdmathjuzerXKayB01tXNU', 0, NULL);
INSERT INTO staff (id, uid, version, created_at, changed_at, name, phone, roles, pin_hash, misses, left_on) VALUES (6, '44a4ac1e9c0d46b98b6b32381ad28cd6', 1, 1795226400000, 1795226400000, '陈晨', '139 0000 1111', 'reception', '$argon2id$v=19$m=65536,t=2,p=1$nZgL7zIuV8dyBexH21l8hA$nYykZaqJLeUd4Pxq8Oesm/3JR4GZ3n6ARjIAES4GDIM', 0, NULL);
INSERT INTO draft (id, staff_id, form, content, changed_at) VALUES (1, 3, 'quote', '{"it''s": "half typed"}', 1795226400000);
INSERT INTO attachment (id, uid, version, created_at, changed_at, kind, record_id, name, media_type, size, sha256, staff_id, content) VALUES (1, '304df527a58f44ebab67d5716bd39508', 1, 1795226400000, 1795226400000, 'customer', 1, '车.pdf', 'application/pdf', 15, '436b26147ce1e2840210099f885a14790e0eae709fd7a9b9616f4519ca08ecfe', 3, X'255044462D312E372061207363616E');
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
INSERT INTO search_entry (id, kind, record_id, text, used_at) VALUES (18, 'customer', 3, '赵六
zhaoliu
zhaolu
zl
13700003333', 1795226400000);
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
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, contact_person, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at) VALUES (1, '36e95b83856245f5884fbb55edae6e2d', 1, 1795226400000, 1795226400000, 'person', '欧阳䶮', '', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'ordered', '', '', 1795226400000);
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, contact_person, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at) VALUES (2, 'b4a5706799e74f42aa6670ca0e3ccc9c', 1, 1795226400000, 1795226400000, 'person', '張三豐', '', '', 0, '', '', '杭州市滨江区长河路88号', '990102199003070011', '', '', NULL, 3, 'n', 'quoted', '', '', 1795226400000);
INSERT INTO customer (id, uid, version, created_at, changed_at, kind, name, form_of_address, contact_person, no_contact, wechat, email, address, id_number, best_time, source, referred_by_id, owner_id, intent, stage, wish, note, last_contact_at) VALUES (3, '6bfdf7f472984693be1dc97ff12b387e', 5, 1795226400000, 1795226400000, 'person', '赵六', '', '', 0, '', '', '', '', '', '', NULL, 4, 'n', 'visited', '', '', 1795226400000);
INSERT INTO customer_phone (id, customer_id, position, number, digits) VALUES (1, 1, 0, '138 1234 5678', '13812345678');
INSERT INTO customer_phone (id, customer_id, position, number, digits) VALUES (2, 2, 0, '+86 571 8899 7766', '8657188997766');
INSERT INTO customer_phone (id, customer_id, position, number, digits) VALUES (3, 3, 0, '13700003333', '13700003333');
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result) VALUES (1, 'fad3346491674608967a37aea4483c02', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 1, 3, 1, 1, '', '', '');
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result) VALUES (2, '424bb5c4515540a1911845f688959b8b', 1, 1795226400000, 1795226400000, 'visit', 1795226400000, NULL, 2, 3, 1, 1, '', '', '');
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result) VALUES (3, 'f9b233db2027436298ccc755d4ce6a02', 1, 1795226400000, 1795226400000, 'call', 1795226400000, 1795226400000, NULL, 6, 1, 1, '', '问价; 改天来 带家人', '');
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result) VALUES (4, '36e5b7c86862458d95cbda7c405a44d7', 3, 1795140000000, 1795140000000, 'visit', 1795140000000, 1795140000000, NULL, 3, 1, 1, '', '', 'Left contact');
INSERT INTO register_line (id, uid, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, first_time, phone, about, result) VALUES (5, 'a46c3079ff794c6f92375bbe9693ba49', 9, 1795226400000, 1795226400000, 'visit', 1795226400000, 1795226400000, 3, 4, 1, 1, '', '', 'No interest: 太贵');
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active) VALUES (1, '2c605407aaf84ca2b8e30a3adf7c0ffa', 1, 1795226400000, 1795226400000, 'V7', 'vehicle', '澜川 V7', '旗舰版', '辆', 18980000, 17000000, 1);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active) VALUES (2, 'f3356342be274b18adb02e8a8baf23d8', 1, 1795226400000, 1795226400000, 'DJ-01', 'accessory', '脚垫', '', '套', 80000, 30000, 1);
INSERT INTO item (id, uid, version, created_at, changed_at, code, category, name, spec, unit, price, cost, active) VALUES (3, '0002f547a1264b809e050cca1447bbad', 1, 1795226400000, 1795226400000, 'BX-01', 'pass_through', '交强险', '', '份', 95000, 95000, 1);
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note) VALUES (1, 'eff47ef12250410ca7954179342fb1de', 3, 1795226400000, 1795226400000, 'BJ-2026-0001', 1, 1, 3, 'accepted', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '');
INSERT INTO quote (id, uid, version, created_at, changed_at, number, edition, customer_id, consultant_id, state, quoted_on, valid_days, plan, whole_discount, total, needs, note) VALUES (2, 'c4fa874525de4f909ab91bac0c080a54', 2, 1795226400000, 1795226400000, 'BJ-2026-0002', 1, 2, 3, 'offered', '2026-11-21', 7, 'deposit_balance', 0, 18980000, '', '');
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost) VALUES (1, 1, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000);
INSERT INTO quote_line (id, quote_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost) VALUES (2, 2, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000);
INSERT INTO contract (id, uid, version, created_at, changed_at, number, quote_id, customer_id, consultant_id, state, plan, whole_discount, total, subject, place, signed_on, reason, frozen) VALUES (1, '023ea26638b643399c8520fe4ec18a7b', 5, 1795226400000, 1795226400000, 'HT-2026-0001', 1, 1, 3, 'signed', 'deposit_balance', 0, 18980000, '{"brand": "澜川", "built_on": "", "colour": "蓝", "delivery_date": "2036-12-01", "delivery_place": "本店", "emission_standard": "", "engine_number": "", "interior": "", "model": "V7", "quantity": "1", "seats": "", "vin": "LYH7V2A58TA000317"}', '', '2026-11-21', '', X'789CDD5A6B6F1B5972FD2B0D034112406348F27A3CB3F964CF20D801F2986407BB0882C068892D8931452A6CD21A67B100258B7ABFBC7ABFAC87658996ADB72C51A424FF9865379B9FE62FE454D5EDE66D8AB23533BB8B240BEC58EABE5DB76E3D4E55DDA3DFDDF9EF8EC75FFDD39D5FFEEE8E9D4A242DFA216E76E2DF3BDE87656F70C73DBCF42EB7EE34DC312391A465DB78E11673EEE1AA77B6DFE44C9CE14D5747224E1FFCA2B1F1B326FCBFB9B1B1118F53E6F78FE3E9CE162B89775F36DDBB87C78DFFF8B0F951A3BC6F31E34FF0C6397BEDCCF457A64EBDF551F5F4B1D9DA9A48C75378FB797373B3411F184DF81FDEC712ED893BBF8CA763B1DF638B682A463B8B92DEC96E653AE34C0E3A932429D8FB57DF41A5E6CF3F8314926047DBE356E471228E57FCBCA9E9B3667AD115335B491AADB16231FAF6DF7F772766B65831D2736CA67439E64C8E95B70FB0E2A9194B5FB3D2EF1BAAEBCBB971318FBFF29A09F4D5CEF281B392D156878D1C123CFDDEDB5FD19686EC1E127A917107CFC4AEFEE290B9F5C5DEC95658DF1AD3FFFE3FE09CF4B31AAB94CE0F9C89B952A1A0ABFE6EBB327F5C3ADD0BCBDFEF29154FB14579AD47B7CA978D4D8DCD4DF8A7F15EE30378A8E9E3876DBAF785D1D47CEF17C6FDCF1F7CF10913AEEC3A672F9D7CAFD8D2192D54663EB847C730EA175FB055FD233DA6904768FFBBA63BDE75252DB3B38523AC3C7DE4CE9EEBCE2EE5C74BE70B78187C52BA5A71C7F6FE98192EE5779DB17118C53D78E1640F9D3F8C3A4B97F8D93D9E71B2F93F66469C89617779C8C91ED393AB911F2E469DE59C737E5CDE1DFA63A6C71BD871FB3ED00FFB8BCEDECBD287F5F274AEBCD8E7AC16CAEB99527E98D61F1CCAEECEE40BA5DBC92E9C21BA417E79294FF297C79CE1756F6FA3FC76C45D7E27B9419F43ABC9D14ACF7B676FF08F995E8AF874CB7F5AADA9C7414AAD0D604BCAAAABFEEAEB70464CF59487F4D872AF969DB395B0535E8E84A3EA370F42EFDD9983CAC084EEDF70D060FFC2DBCAC6B23774A427DDD44AED32F7E56978A37FF8B75F3DF84DF3C3FB5F7CF710317CAF29BC6FB9B0E5EC2D960A9BF4E9DC6BEDBBE6C67B8084E6CF1AC39AC852C458B9F75C3F328C5A98E348EA349F588FD35D6CA2C08A3327829EAD8978CA6244132319B003C02C6AA71E7725A3043B4D5F7CF905655BC39D48D456F0875FCC4EF9D17F4D3BA5122933A67F01E48AF3BE0ABA71B4CAC00BD936124D4519EBCABB570884200A9CCB293978441D5B4342BBC3A45270BFF981A64023FF8F6CA276295D2EB8EFAE6A7651761A1A2BE533905F2ACEBBF9ACB6CB3DDEE55E6375972F7FF1E09EB6CD83EA39E9588FE38994A4A684B9BB3FE14E9F4278F9DD3476AFAC9F3B63C7CE40C1C99EE1399ED07FC7F67EB85872CE8EE4897775E50C1EC8A9DD4CB1543C333E6F34FECA7026C7910A2A8D26F6CBD3C7DEFE193093442D179CE11C0E4205657AAF5C5CC58ECEC48BF2EB9CA48B7C25A7730AD3F48328C332455567F86579B25F520866C11A7CEB9D9C9192CB3BDEF8993B74EE0CF423CD28232746E974A3435507658F4B85716FFB556561136B24629DCD3EC8241D601F33998AB6C6D83AD590D3F723DFC4CCB4AD1B10328D6A8C1B001E896100893A147F2A62B011F971F6BCB29CF1B67ADCE973777955295C9826D01A5F855670349E97CE47E077E7C57079F5B5B37F8EAF68D9F969E97CABB2B221FABBB307F85CD62B4BF276F8B06AB7BD5177703278EEBECAB8ABAF7FB818FCF6EB6F7EB818029A8A6EB0BC7BD2235B04CA2312CA9B05F9C4DB3B702E676417915C599CC0B7E5EDA2442984C0D4EEDA056A13E0D6F76F4FE9C34AE9C39E3B34E2F48FD2AF971F00C0DEFE893B0FC8DFC2139143A5347B46E89ECD559EE72A7F78ED8C2E883E95CC24828114C8BE96BDCAEB7BDEDEA6B71E8A1F445DA9F8DAD99E7687E64BC559AA18139358CCF130470F0B05B2331F4ACCA8169F6FD1BE1C3300C852F152CA2B0706A568381A2A3BA348857034F8D8775ACD81CB2967D9B79D586773D6DBEE25D3F4672BAF0FE8E4D9B1F2E51EFD30305ACE8D00BEA18732EBD01B540439BFBB96470404B02CC64546515E4D9CA1740651EECEEF3B9328A6196FE0444C436E183F90ADDDB1D5D2C566B06F293F567EB7E50ECE3AC3ABDEF34BE7A2D7C9E7251C7583BA237FC071F9E1AA32F172AEC60D28A3EE710E1EE5B03B5491B79C5361BABC5A5998C4A925DF2822F76774CF014CCB97473532210AFF85AB7076312676F7B67B287B874F9DFEF7A5C2209491F54028B5A9BF18A7A343F1F1E9931733E5D9F7A5E218F515C733EED0077724EB9DBC2A158BD7DC5C2ABE02DA940A2388BA1A378B5D386A7458428C5716DEC0B2E58B13B4AAB06979A18880855D50D4954D8BAF044121B5949FC20FF82F5201AF0054684D2A0B59640CE0B65C9C2AEFCD91EF37172B998C73F0C25B7FADDBCB7BDFE7CE2E542E27912BA5BC8FDC8307D475EA90B99C33EE1BA5FC0E72AB74B90C9C800F901330B4C033643A4B6B220DF68234685ECA17CB7BEB9482730C484B6B4EF1D4DBDF975320C42B7327D40F15A62BEB05BCAA6E87DC422B36772AA0A51466CB38D977CE449E226FE14D797B8C50472177C17DD9878851E71AD8C1EE95CC903BF226104B8A5DCDC1D3D29305A6561260EAA32BA40A0E58CA17505E284F56D6EBA5AF3B9441A3E8AE3C47CA545E8D434C3DEFAA32A415389858AF0392E50A367D91DEE53B2061B9B82042E4F06ACD7E0F328F82A367D7D93C841D65738A091F9683A491C0ACBE9A1C0FACE3BF5A52BFCEADB9BBAF10EC883FAC4111E47AB72AA027DE82416B7A33EFFD598D401DD2615C409F527BE5B55B9824483F9E217DE086DD792A70C3EFDDE10B1C07C0E61CF49003DEBD2BE58780AE709E73B1066B38836FA8303DCF3A971B821CEED13A196A794782036F915FEE4C963E2F9EA04054EB4BC86782CAA5F32174DEF50A3005DD562FB247E48AEA64621F5ACBD3ABA5C2B65F237B80095E668EEA50F10CB50A9158F50150825521BDFBDFAB335FCD216B9D89D90063A9306FCE523B7F728EF40D55A0C234A5D7D552791985FC250135B06EE68416739249AEC325D2E210B66B3E0B3743AFDDB96D72E4E59E3BB6117409E2217945863E7C4995FBF522A7E6DA75FB929FD8613034BD6504267D3EAC94DFAE2198A8F4024BF3E3DE7E5FE9E200C18D534B05D17BA9CAC018BA0D5973BD2E4258614BD0B49E932A992BEA6804DFFDC0540FCF47242A610865C4B323B10E35A773AF8DC6BB8DF7D15FBAD3FBD448F14E68C7A1B908F04EB3DE8701A3E9BE81C57AF55279C91D9F784EB7AFDA9D37FA884AF204FB5536567EB23E2AB36FD047418B56C5A5305FAFC4D4331EF62240B969ED71974E101914640313A81114D08C87FA16D5BA28B9FBAEE0ED0F7AEBD8A2E07B77AB7E4544EBB0B4460930B1EF0ECF39C34BAAA01EBEC6E7EA5B74AC9787CED49837FADC593AA1029F1DC3D6228494BFEC0F8A4225B31874B214F79C2714CAF3E375927E1E87A398E4A384432A30938C6040480A5894B7D35E74D49025DDB5C8D0431847C5274E7EAB7C314B37278B7DCEC64BD88E7ACB75349F59676CC2DBDB238761D9EE5C79691629C2F2C7B539E28C2E1B68F72177661076098CE5BB7947525C5097220C2EB9C1C75E66341849AA757462D4C98C791FA6BD0FF3327BAAB61C8DF1C60A1A027A9E3D458B1BA48A1ED93575815CD83F26B5535983651A4D8D0D980CEF36361A4EF63999B03028B2F9462324DE1DE2883A3B922E859AAA691A5CD0D2500E300EC24EFEE74BB283644268526CA64991D0F979CE19ECA7FCDAE85350188C626CCBEB831D41B6168DD4B68A57C7269C997E01AC1A738A1A3C52FC94E3E8F6A6B0CA6468FC1DD851F9C5C12231182086F1A0B6DD4207E59DED5317B7F4F23A6E9EE42A031374F7C5335238CE2566D412467D5E589BFCA4DFC9B6A41CF5914B97CEDEA9DC8779DB7D34E44E0CCB48A10F62EED036D29852541E02B70676645A97C12D3892B7B78E663468E66431DAF91F2E16E53E06B3A4338E0A7C0A55B10043A571EF733283BB3CC8D3DD74F9F9AED7BF6C7CA93DC5E6743EAEF9A5E28ED1FC8BEA3BE5ADE135EF55B6B200AF9C1A4DCDC1EB5EFD0529BD37845FEBAB4B1D4901BD97B33241E1230D07FF4A1D283CB98E49EE9CA465D6302453CBC26F29D0967372DA00DB10D7544027E604F382280E8CC8E139E76CE5CA1B63D7678AFC0EA9F361DDEDD9AF7B9150CC52FBCAE81A800419439B2FE07F192BC8FF8C9F687711A8EA5E32332AB3B56A20B40D45F57271C2BFE51C75FB2682FE06E33E3003F1227D1C41080BBF3E5B238E80E4E8FB2AF3591583401AB82BB417639556B09CC135E48B5CCE52464B547EC856D68B38170A5360CAEB562B0C21C990704EFF71D86AC0882A267302CBDA10E067A9D40940E8F32B261FF7741079EE65B2E5229ABE01EF800A3321172FA600E5273090C405CF6FC51282952F70D41C3CF9225489960F9077989DBCAB59547A6EC10A72515D59D8A0160FE1B90F252FFCF02485299BE64EC419EEE910B2353808C618EA4E8ADBE5E2AE44C63503210D9CC1851B0A24DDB25D4C506B5EBCACB62143DBA5FCA63CF1C7003CC9C8134A28B69D5E0283E4829551F3447B4940CA23AD76BAF3FBD5F24CED741FCC17F8569537E0EEC1A16033195AEB1D491A83AB9C1C20EA0C14E4AAA8DA0A9D1D21FABCFD22A28C2E04B75F8951E8062F1EB7BEAF7F639CB43ACDE413A1A362D1B8BAE55357AFFA25B2DD65B5CAB2743C9A929FFE2B6DC621F1195FDBCA8B9F70CF6CA75B6AAE9AE969774722663D0E7FDCD5954C3C3563A2A39DB2BA9832A1819D88387529BDBBE0F6F2C9123145B399AC2E4587FAC6D95B47EDAC7E53793B0F0C80D1AE7FC677D54663F32F15E9A524942E161108550934A38FBC2E155EDC5A023E0FE9504F63443411A7DFFDF6FF01715A1CF68ECEBCE357C881F249DF9F81389DDD53C469EEF056C4E9FB43BADE3FCB790BAB7F06FAB4B254F4DEE88ADC489F566647DCC1D35BD2A74EFE38ACEFADE85358FEB6F4E9EE10750F0BABE58D8BDBD3A7D70EFBBF863EF50607EAD0A7538BA83ED4F570E9151AB332B7EC6D4D007DE9C260F99D3B7BA133A595F5792CF376D69CFD2D614AE9067068A03E477A7C018B4BD007C2A9171959F072BD01478A34B81D479A5BA07B0924D0C5D2CFE048499997231FE348F31FE548B17FE16D657DE2131C292FBB16409FA0494FFAD4555C71F8D634298EB37C5029BEFC71346971F82F4E93C2E77568D2834B3C0F02A13C73FA3369D2CAE67C7D9A1476FA0BD0A4BBFD74D9BE8676E7188046311ED0A4538B3A4D5AE9995647CE5F3ACFCF15477A355AED63AEE6A8A6BF1D1139944CC5E1F2C2455D52D41D1852A428B666212A05AFB6A807E29CA992A24779999DCB6347441D0DF4A3CFC5279525160860F0DD41F93A7B212D179A3C894F91F9515254DBAFDE2C0399B72245598C4E8A0A232ADAE2C8044E1A231AD0A1980E850E2DE5B7E89E14C0B3B221CAFF14467467A3961165C5C8EC97D3B24B2D23CA9F944F3295D1BE30239A23270A23CA421423BA3BC4D75C3DBE7F891475960A3C8B0F5749D19D1D2CC371786C26518A149D1856A4E88B032145A11291A26B592F37AF4851ECBB51F076C66A4951CC77DBD35E6E4E18D1CA1A995D18517A88016560480E25CBB03B5D1870A800E1D0B84BADBC7E77C1E7ABBC99ABCB8502E0167A835847DA3B6B27623565172224333CEC6F7BAF568493747A17342E94F51083FA5C288E4D017D30A6C32F09B99871A7C6E55794C220BEAFD3A1E480892BD9DD9DC48E67C1D635746879E6C0C9E725160353BA237F28BF9F81ED6047E668B6E8E1EC458D034AF9612F57ACA143B14CC5A8D0A138F8C28CD0A1E5998D101D7A70A9E8504D664087CA13312931A25B2394BA2319F7B8A77ADB7BA01694FBD651FDE5D4B48C59501E661511EA1DAD7947EFEA51A0C001A240D7B23750A008161D84E88A627187621CFD448E781DD888C8CF85228254D931A0400163078374ED7730281428B441CF51595C42830B282DBF9FACA5405F2D8728D0E301A64087AB1428640EC267C73A401214DD379CCC88DCC9399B6F60F74A46B1FB74D1C8726AC84FF70D66F265227A02FE736753C1D2426F6576AAB2D6AF339F944363C77855CB7C2EEE5499CFC59D726E8FBA2B81E737ABEEF688CE7CE2E74A4FDE9D1AA8C37C72A715585849F0994F842F8E83D3957B99FF44EE6DAC7C84FF7C378C1CA96CE420ECA3FC6750BC88FFD4205F325B81A42F12A0E75D0E1125AFF39FB2669F528DEE8B8A5967F390CC3A7688CDEBF29F8847776ABAFAEA6AB46A23F54AF19F14DABBAF10E635FCA7409C788BCC1A6EBA74FE5304D6F29FBB43EAB057FD3AFF49DB7D82F97C0F3B38836FE8BAE47916B92308411FFAB41C5E5569CFD35DBACD0D8A48F85E8701B87CF506CD74DD128BEA38B5888C51B4A7687C3E12A028FD115771ED3AED097712ED49B74CCAF4040BAC4A95AEBD467BC28874DFB5398BC5DE51B186F6246502DA737F2BA03D6931A797E4370B99E7BF7BD8D25D55437B7A83C3E4AAE179983B68059463E415AC7CF82EA03DEBDAB786F6049C603D9DF4F2A0327640B427E41CF72011BC3733447B2EF4FA8C4CB555529C272FB8EEA19E191C08D8F949CE530BC69FC479CA4E351C63A5675C718C35252A60FFF0CD4D84E747F4A9129EEB633F59195584EA292391AA1769DDEED553A0B3AEA13A2796E887FC126A0182181AE854270F994B01D1EABD9974DF15240B4572C073560BDE3586135D824E72AAE043139A3D752E0F2BAB1FCAFB7D0EE6DBECB6E239D9F9C273062540784E695129D085E7540D606D0FB5378C935110DEC8731208F30C052454D7F5EB73559E530468314B24E7C1259A46B9F221B0DD7809AB51AFF86A992F6AA7BDDD0372D2E914AD9C1CF3A64688E7BC1AD5BD426DE747494E95D001C379A35FD5956E283286D784E1ACF4F6C9D8A8DA6C74B9EB63A8F778FE1186B306F915C3C935524536CBBC81E184EC8F319CDC8450C3344DC6539420431E2CE47FBE243B48E887E63C66380988F9D29B3893B54995746F67ABF4E6B511ED3ABDA9FC89FAD337516345D99DC7829F720ADDCCF5884D0A10093A9DD8AC69A2A81E8C2B3C213D2F2602813564FE548F77BC4337543CF3D4909C320DF012C1782A4DD7D29E48CEA35C35DF68861DA2E9F578A654DC0C06057DAA92AE54C8397AC80CA7CCDA32855529C3DCA0CE70CAE22AC349E3D2203582C53579AB184ED8A3CA70F61F964F1688E10C9E1280E070B97994776721470C67F04E633857A47B2386D37FDDABBFF019CE95FAEA160A68FA689079F5B2CA70F2AFD4695619CE15346A046F10C26F5595679213470A804D2739017841200776AC929C9B0BD75D9D41F92D48CDAFFBC75ACFB3D4A36A2427D7851E7D8240A0C8C8102239AF46D5C56298E4D4375424E7E9545D9253440101001ED2DB07BD5BCDB88C50028C13C9397BA8939CE1BD18AEFC3AE50CEE84184EBE602586736D5018CEC08ED74C561EDC45B621F3DCC39AD408184E0217CE64B556477BC5704E2B86B3E0EB743A886CC74ACEA9336779BEF276DADBF9E0939CD38AE4E4274272FA135A51319CCC0B870A50406F5EF6A105A350D289CDDC899753572EA22725D1EC944E6CCA73BA9FD9582162F3FCA25C18FD08B13934704345AC4B6C3AAB67A5C2A84E6CD2138DD8543DB556F33E466C227DB47A495916EC0E40CD67EAB29A02CC84095A7748A284D5E463CB9F2DCB5D4F88D59C3DF4F63274A555B805ABC917BCFF2F58CDB7233F92D5DC7FF333594D77F939A2E067B19A079728DB9F6635ADF8FF714AF3375607DDFF1ABF3663966D7C9588A792666BEA4F4F6B7E95E8EC32E3CF0CB6D02D68CDEFCCEF0DA5C22D49CD87CACAB76135BF65BBDF82D47C4496BE059FF95099FD47129A8FF8C9A7C8CC6FBEAE638A8F3399B507BC99C8AC63B63F2193F94DDCA0884C46CC78AB657447531D46AAC3325AA34FA331A33511B10C331E31127896346266B78DB766CA0094C49E35F0AB68DCB0006431E058839168A3AFA34923D11D37DA9216498CC5FC75ED8944C46833B14783F1AD994C3D331E1A7A7CF13A79F1C8081436CC761264DA465B22164B4085449C75B49111B4A3693C553942DF27AD9899B222866D259F024AEDBB7588CEEFF0B5CAAB1B78CE4749C8FA38CDF98F304EEC6696F35F7C70BF89E7FC2A114BA4F588A965387FF3CD3FDD9AD8FC15D4FD2CF134148137509ADF320CDC9ACBACDAE92F4B667E6D7525EC68AA866754AE8F98CFF06FD4365A151E1AF85980EFE7509B8FCC18A541CD9E5D6694C3B70DC01CECDE62B5A1A4181D9ADD7F3ED7E927457BF429B0DE442CB75AD1AE14023F6958D8E499D1653EEB840FEE1AFF4CE9CA94A6E49CC10635D811D0CA8682565C043CB5220D415A754277D37EC222E9333F756C2E2FD1F8D3040450CEF8BAD009EDD0523A2E7210FBF842693FB6523781035C0153DC357E0BCC404E1AB18419A78738A6213D08294412E9E7A80D2B734E03E55AA336FD0AE591E88232776F2441BFB66251324AB845F5F58EC8DBB0EAA944A03376D11852A82D7970179F76F11206BAB865E1F4665C003002643152A89D22551EAA48A0078C5440CBB825D848CFE256B77C070BA8F788A5EE24A22BDE4E867E24DF2B7D9F05C8D86A269351F824914E2963599F058BA2716A2829408DBFF9F6EB6FFEB6C1C0F1CC78F8B4A482DD4188E91F9ADE6A9F223C80FCA404E107694EAE4D25DA2D3E59500D0281D0339A42D659F0475BB4958E85F043B2E0089D5C0154043518DD501F08884C49249EC4AC5403422F8E3A01CF2712319B953391504FAC67F6DF1996D9DA4116426C2368223EC407E76DEDB05A9F10D454435362B9C37C6A85746C4591C0F120A3E559E0B82E0442220EA53A1264471BDB507E9117006986994E75249251DB64AB70B58A588CDE4624D19AA68C431D094D47DF54ADD8F28C15F05B052D161FA6AA0011F8808F228EB2BEC769A3892499CDFF09C534DA453BC26051F8B45DFC184D599D80B83452224AE943CF5AA965C3695816AA053FB4E2ED9843543FE2BB50434A32E0370C19498EC988D9893D20D08844DBDAF090125B8ABAE86100294CD83AD6968EF381C36092B4DA705CDD050DF405611A94BED991A29A29B9011376E3DB8E20F8BBD270103E4F46DB3B58E55F03DC91303709A3108C26612146A0569320042D00F956F3C15DE39B143C6A0916A153B04CDB0AF66C4B263A8D58D46C895233C30819B1DAE064D5F4402A3EAB89835FAB36C33F2847C15FDBC623AB03160B878300A26F3C983699B65376B03F1B04D9994E5211429E98DF93DC24146DC71993A618DF4E77DA5A942B20EFE4E4C44EF284E29ECC65C56C891F7A6B5B29281DF10316C1807CF48B8CAD833E5AA2CE684A028B5098529D619A744470DC37BA13C927B4016AA14D182095869E505422DFAD6AEA0458C8AA736D607C46F4B49AAC3234EA24E82781C1573806A7B09F9ED08C12C62F47A968A782D9406BD2C54EB092849ABC850E1808776E4A51065A3B1209DB12735B48BB56CE519216C30E142A4121F1E385BAA36AE319B1BAAC3803153A6D525CF39CAA799438AD880D3B41405E1338DFD1BFBCE1BF46ED27E14091775DA66D5372576B56778715BFB9D87305F64DEDC361F056258DC5704F0D30F0EE09792E96B0D9D60204642375724431FA158C0141BE69FDF95FDB922F295229114766B5056A06164B91C582AF5586A822484D94EF281E0C30933046A77CDDD4F9F933A45F44F7E543BFBEA8DCD48F1CE580C4B082860D078B020F5973763DDE742692A976C63CDB8AFE773A295E80F9A39DB67453D164849B0078CD2FE4D4D7A4D89A1D66048723CF7291900485ED93B2AADB94B353070CD392BD437EFF3A9DE2AA2E5DDBB7B24BFD16463A8DA076279106D4834AF66A75A2251D8D451848298E11869D5D4121931851BBE98D01CDFA94C4F016CA0556E3782DE156445519F4B0EDE2D00E4160B6B7DE7C070EA73E5A4F386EF02214C4C9B415D4AC303A3450536BD37CA722830D8EC8B10DADDDE174D74587FD5F9D01A151447A2C6A22E3ED9C40029090DBC1DE415C07EE091CD9100406B9341DE7746A432DE5D8E6B6C71F0A54A9ACA600F7B5261A88986A6CC5ADFE63AE8466BB198DD704C3A324373E708F76B1A3454290545A3F1B633F43209B4D51C3CAC1703D9A2A088D3C1338E0C981B6A0EC311EB6A1CBA063128E01A09AEE0B7E87EB39BA700522353D43E055FAE6636A109602E6599D1FA3C1C34F69A007711074AAFD143F6B6119EE532256A75C0F50AA36D0BF34074B02115E77539B28C992D44611383F8E2A65730EB525CD74B5DC602BEA1662DCBE006E1070CF120A2C485F7F9040C3F994FA5A2E73D0145B749AFF69A5A5FFA21328317C0004335739A8A5B2879ABF6B5347A8C609BCA593F1A8DD01A3E0BB445B4DA43DC44923DCCE71C909CE5753786A676A9ED962D293B73CE34ECA30D987B63464778DAFF090F0813A8C4EE41E176DD57F527AF91B37A8168F274799D569690BCE13E40BA5A754D84E4B998A9FD4ED5F438AAAA02199163715D7EBB7CA20A366F2AD8DA3EADD54D24AC1A6B6EA39F93AC248757388F8CD024D306AC490C9DCF66F0A6A724646FA7497C0433A0954B5AD9B0BA0BF1D82AECAA13F4B570769D1CD8AFC5DEDF67043037A189B2C46DD65080E005DD5FADDC22D2ACDE91C73AD3CEA36DF70A5C0B73982D291A77C57A8766C9018B17D95D5B96F1AFBA35A36E9A9D0A0DABDCE3437A554C658B86F08AE65DA1903030437333FEACCFF8AA9851A493D6839B9B85D80029D3C4D434BB5A9DFF93EB8D6F972BCAAE944FDDA4A068AC5B867AEC9C37F91AB523ECF6FD5885C9B8316B79A3445044374D041A7CC543A954049E4C948B5DED7204DDD849285D4AD297F4D20E54BAA9DCFEF1AB471174DA111DA26990A669A889AF3E5F620B821F2D5571FD9BF3498740A12EB6F944DF9307F4B847D2712B60305BF1B990A95DAA2B14E62ECFDC711D3EE80ED3AADA44964BDFF5802BC8D46F588DE5013632F6B48F7840495FE9E4F6184AE0C2D343D348489343AC5D7D2F6CA04021F34307E69CD5D0BCD9902711C29345275FBD3B3E086F4D51C662ADEDBDA823B0804EF13CBEA5217E3BED96BC2E25BBEA040DC7D6DA6CCFADD20FDAE457297FF05BC63E290D41626E8A9D4C27021C41BDEB7DDAA8E292A46F4D192CB084D2D84F09FC995A0BA47E7D15975E471EA1853D445F997EDA1963940B5AAB22A9D6B2F6FA871431B4AAD1D0DEBAA414C6296E48EDEE6D0331B54E7F6943B538BF6EBF67B7E8AE8F080E69B8B6C5EDB7A47EDAE74AAB6DBFE4EEBD7DAA2491B82936C4B1997F96284BF638C30639CFC782D9D1BC5668394946422DD4E371AD28273A16937E3EA56E9AEF1F76634E6F7CF0D8615E5A8262BD8D41AA75445EBECB2A8F813DE26537ED2715E1B1274E1CE9BA60DA9A59C911DD190C2510A13F4ACF1F606FDAE5515BB562B190F42942446E369F66B8BE5C7D1B5E9E5EF191CBF0D647DA27DE084A1E6BD8366AFD644174F54A9EE048799EF2A6698E296F6EC51833605589C4C7A1ED7F40C4F837E02026CCB8C71CBE4CFB9CCDE5BEAC2D16F4604F9BB4CDFC67A8311E845DD88F53D8C1F8D5BAA1D95B3922EAA303568374692507E67A5DF4DC8153915257E98A61B063B45459F2693BB37FD9941957BF93FFF77060FABB7483FEE8F0D1E2A693FE7CF0DBE22DD607104C9CFF99B03BA83FC2CD1D6F6A9BF3AF8FDFF00A62225A1');
INSERT INTO contract_party (id, contract_id, position, name, id_number, phone, address) VALUES (1, 1, 1, '欧阳䶮', '990102199003070011', '138 1234 5678', '杭州市滨江区长河路88号');
INSERT INTO contract_line (id, contract_id, position, item_id, category, name, spec, unit, quantity, unit_price, discount, cost) VALUES (1, 1, 0, 1, 'vehicle', '澜川 V7', '', '', 100, 18980000, 0, 17000000);
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on) VALUES (1, 1, 0, 'deposit', '{"en": "Deposit", "zh_CN": "定金", "zh_TW": "訂金"}', '{"en": "on the day this contract is signed", "zh_CN": "签订本合同当日", "zh_TW": "簽訂本合約當日"}', 527, 1000000, '2026-11-21');
INSERT INTO contract_stage (id, contract_id, position, code, name, condition, share, amount, due_on) VALUES (2, 1, 1, 'balance', '{"en": "Balance", "zh_CN": "余款", "zh_TW": "餘款"}', '{"en": "paid in full the day before hand-over", "zh_CN": "交车前一日付清", "zh_TW": "交車前一日付清"}', 9473, 17980000, '2036-11-30');
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason) VALUES (1, 1, 'manager', 'always', 1795226400000, 2, 1795226400000, 'granted', '');
INSERT INTO contract_approval (id, contract_id, step, because, asked_at, decided_by_id, decided_at, decision, reason) VALUES (2, 1, 'cashier', 'large', 1795226400000, 5, 1795226400000, 'granted', '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note) VALUES (1, '1fc61adc5d9546c4a108d98351e69a0c', 1, 1795226400000, 1795226400000, 'SJ-2026-000001', 1, '2026-11-21', 1000000, 'cash', '欧阳䶮', '', 5, NULL, '');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note) VALUES (2, 'cf5819d25e7543c7b642504a95b3554b', 1, 1795226400000, 1795226400000, 'SJ-2026-000002', 1, '2026-11-21', -1000000, 'cash', '欧阳䶮', '', 5, 1, '输错');
INSERT INTO payment (id, uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, payer, reference_number, cashier_id, reverses_id, note) VALUES (3, 'bb4e377f631d4820a4097cb2986b1f3a', 1, 1795226400000, 1795226400000, 'SJ-2026-000003', 1, '2026-11-21', 1000000, 'transfer', '欧阳䶮', '0313', 5, NULL, '');
INSERT INTO paper_print (id, kind, number, edition, print_no, language, size, watermark, sha256, check_value, facts, staff_id, printed_by, printed_at) VALUES (1, 'quote', 'BJ-2026-0001', 1, 1, 'zh_CN', 'a4', '', '9b236d58e145d412aef046705ba99a2ad72ef52028966876ed46331eac3be783', 'C40E-5D17', X'789CABAE0500017500F9', 3, '孙悦', 1795226400000);
INSERT INTO rotation_day (id, day, opened_at, closed_at, line_up, policy, carried, checkpoint) VALUES (1, '2026-11-20', 1795140000000, 1795140000000, '["3","4"]', '{"follow_up_gate":null,"household":true,"max_makeups":1,"new_day":"continue","phone_customer_counts":true,"referral_counts":false,"returning_counts":false,"unattended_alarm":60}', '{"owed":[],"queue":[],"steps_over":{}}', '{"carried":{"owed":[],"queue":["4","3"],"steps_over":{}},"events":4,"tallies":{"3":{"counted":1,"courtesy":0,"false_claims":0,"made_up":0,"passed":0,"uncounted":0},"4":{"counted":0,"courtesy":0,"false_claims":0,"made_up":0,"passed":0,"uncounted":0}}}');
INSERT INTO rotation_day (id, day, opened_at, closed_at, line_up, policy, carried, checkpoint) VALUES (2, '2026-11-21', 1795226400000, NULL, '["3","4"]', '{"follow_up_gate":null,"household":true,"max_makeups":2,"new_day":"continue","phone_customer_counts":true,"referral_counts":false,"returning_counts":false,"unattended_alarm":60}', '{"owed":[],"queue":["4","3"],"steps_over":{}}', '');
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (1, 1, 1, 'sign_in', '{"names":["3","4"]}', '[]', 1795140000000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (10, 2, 6, 'busy', '{"who":"4"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (11, 2, 7, 'on_turn', '{"choice":"give_up","who":"4"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (12, 2, 8, 'finish', '{"who":"4"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (13, 2, 9, 'arrive', '{"customer":"5","kind":"new"}', '[{"counted_for":"4","customer":"5","owner":"4","receiver":"4","rule":"R1"}]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (14, 2, 10, 'arrive', '{"customer":"5","evidence":true,"kind":"recognised","who":"4"}', '[{"customer":"5","owner":"4","receiver":"4","rule":"R8"}]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (15, 2, 11, 'discover', '{"customer":"5","owner":"3"}', '[{"customer":"5","owner":"3","receiver":"3","rule":"R8"}]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (16, 2, 12, 'insist', '{"customer":"5","reason":"同乡","to":"4"}', '[{"customer":"5","owner":"4","receiver":"4","rule":"R11"}]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (17, 2, 13, 'override', '{"customer":"5","reason":"会德语","to":"3"}', '[{"customer":"5","owner":"3","receiver":"3","rule":"R2"}]', 1795226400000, 2, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (18, 2, 14, 'void', '{"number":13,"reason":"看错了"}', '[]', 1795226400000, 2, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (19, 2, 15, 'sign_out', '{"names":["3"]}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (2, 1, 2, 'arrive', '{"customer":"4","kind":"new"}', '[{"counted_for":"3","customer":"4","owner":"3","receiver":"3","rule":"R1"}]', 1795140000000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (20, 2, 16, 'void', '{"number":15,"reason":"undone at once"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (21, 2, 17, 'line_up_changed', '{"names":["4","3"]}', '[]', 1795226400000, 2, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (22, 2, 18, 'finish', '{"customer":"5","note":"太贵","result":"no_interest"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (3, 1, 3, 'finish', '{"customer":"4","result":"left_contact"}', '[]', 1795140000000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (4, 1, 4, 'day_closed', '{}', '[]', 1795140000000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (5, 2, 1, 'sign_in', '{"names":["3","4"]}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (6, 2, 2, 'correction', '{"day":"2026-11-20","reason":"漏记一位"}', '[]', 1795226400000, 2, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (7, 2, 3, 'away', '{"by":"高经理","who":"3","why":"store"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (8, 2, 4, 'stand_in', '{"by":"4","place":"3"}', '[]', 1795226400000, 2, NULL);
INSERT INTO rotation_event (id, day_id, number, kind, content, decisions, at, staff_id, token) VALUES (9, 2, 5, 'back', '{"who":"3"}', '[]', 1795226400000, 6, NULL);
INSERT INTO rotation_line_up (id, weekday, day, people) VALUES (1, 6, NULL, '["4","3"]');
INSERT INTO rotation_line_up (id, weekday, day, people) VALUES (2, NULL, '2026-11-22', '["3","4"]');
INSERT INTO rotation_holiday (id, day, name) VALUES (1, '2026-11-23', '盘点');
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
INSERT INTO search_grams (rowid, grams) VALUES (18, '0 00 000 003 03 033 1 13 137 3 33 333 37 370 7 70 700 ^1 ^13 ^137 ^u8d75 ^u8d75u516d ^z ^zh ^zha ^zl a ao aol h ha hao i iu l li liu lu o ol oli olu u u516d u8d75 u8d75u516d z zh zha zl');
