"""Names, adjectives, signs and codes of currencies (ISO 4217), in plain text as `dates/plain.py` makes it."""

from __future__ import annotations

from collections.abc import Mapping

from ..schema import Language


def _rows(table: str) -> dict[str, str]:
    """Lines of `pattern = value`."""
    return {left.strip(): right.strip() for left, _, right in (line.partition("=") for line in table.strip().splitlines())}


# What a name stands for, by country; `*` where no country is named. A name without `*` is ambiguous by itself.
VARIETIES: Mapping[str, Mapping[str, str]] = {
    name: dict(pair.split(":") for pair in row.split())
    for name, row in _rows("""
        dollar = *:USD US:USD CA:CAD AU:AUD NZ:NZD HK:HKD SG:SGD TW:TWD JM:JMD
        euro = *:EUR
        pound = GB:GBP EG:EGP LB:LBP SY:SYP SD:SDG TR:TRY
        lira = TR:TRY LB:LBP SY:SYP IT:ITL
        krone = DK:DKK SE:SEK NO:NOK IS:ISK CZ:CZK
        kronor = *:SEK
        dinar = TN:TND DZ:DZD KW:KWD JO:JOD IQ:IQD BH:BHD LY:LYD RS:RSD
        dirham = AE:AED MA:MAD
        riyal = *:SAR SA:SAR QA:QAR OM:OMR YE:YER IR:IRR
        rial = OM:OMR YE:YER IR:IRR
        rupee = *:INR IN:INR PK:PKR LK:LKR NP:NPR
        yen = *:JPY JP:JPY
        yuan = *:CNY CN:CNY
        won = *:KRW KR:KRW
        rouble = *:RUB RU:RUB BY:BYN
        shekel = *:ILS IL:ILS
        franc = CH:CHF CFA:XOF CD:CDF RW:RWF
        peso = MX:MXN AR:ARS CL:CLP CO:COP PH:PHP
        real = *:BRL BR:BRL
        rand = *:ZAR ZA:ZAR
        naira = *:NGN NG:NGN
        shilling = KE:KES UG:UGX TZ:TZS
        cedi = *:GHS GH:GHS
        zloty = *:PLN PL:PLN
        forint = *:HUF HU:HUF
        koruna = *:CZK
        hryvnia = *:UAH UA:UAH
        baht = *:THB TH:THB
        ringgit = *:MYR MY:MYR
        rupiah = *:IDR ID:IDR
        taka = *:BDT BD:BDT
        tenge = *:KZT KZ:KZT
    """).items()
}

UNITS: Mapping[Language, Mapping[str, str]] = {
    "en": _rows("""
        dollars? = dollar
        euros? = euro
        pounds? = pound
        liras? = lira
        kroner|krone|crowns? = krone
        kronor = kronor
        dinars? = dinar
        dirhams? = dirham
        riyals? = riyal
        rials? = rial
        rupees? = rupee
        yens? = yen
        yuan|renminbi = yuan
        won = won
        roubles?|rubles? = rouble
        shekels? = shekel
        francs? = franc
        pesos? = peso
        reais = real
        rand = rand
        nairas? = naira
        shillings? = shilling
        cedis? = cedi
        zlotys?|zloty = zloty
        forints? = forint
        koruna|korunas = koruna
        hryvnias? = hryvnia
        baht = baht
        ringgit = ringgit
        rupiah = rupiah
        taka = taka
        tenge = tenge
    """),
    "fr": _rows("""
        dollars? = dollar
        euros? = euro
        livres? = pound
        lires? = lira
        couronnes? = krone
        dinars? = dinar
        dirhams? = dirham
        riyals?|rials? = riyal
        roupies? = rupee
        yens? = yen
        yuans?|renminbis? = yuan
        wons? = won
        roubles? = rouble
        shekels? = shekel
        francs? = franc
        pesos? = peso
        reais|reals = real
        rands? = rand
        nairas? = naira
        shillings? = shilling
        cedis? = cedi
        zlotys? = zloty
        forints? = forint
        hryvnias? = hryvnia
        bahts? = baht
        ringgits? = ringgit
        roupies indonesiennes = rupiah
        takas? = taka
        tenges? = tenge
    """),
    "ar": _rows("""
        دولار|دولارا|دولارات = dollar
        يورو|اورو = euro
        جنيه|جنيها|جنيهات = pound
        ليره|ليرات = lira
        كرونه|كرونا|كرونات|كراون = krone
        دينار|دينارا|دنانير = dinar
        درهم|درهما|دراهم = dirham
        ريال|ريالا|ريالات = riyal
        روبيه|روبيات = rupee
        ين|ينا = yen
        يوان|يوانا|رنمينبي = yuan
        وون = won
        روبل|روبلا|روبلات = rouble
        شيكل|شيكلا|شيقل = shekel
        فرنك|فرنكا|فرنكات = franc
        بيزو|بيسو = peso
        ريال برازيلي = real
        راند = rand
        نايرا|نيره = naira
        شلن|شلنا|شلنات = shilling
        سيدي = cedi
        زلوتي = zloty
        فورنت = forint
        هريفنيا = hryvnia
        بات = baht
        رينغيت = ringgit
        تاكا = taka
        تنغي = tenge
    """),
}

# Adjectives, and the names and capitals that tell in whose dinars an article counts.
COUNTRIES: Mapping[Language, Mapping[str, str]] = {
    "en": _rows(r"""
        U\.?S\.?|American = US
        Canadian = CA
        Australian = AU
        New Zealand = NZ
        Hong Kong = HK
        Singapore|Singaporean = SG
        New Taiwan|Taiwanese|Taiwan = TW
        Jamaican = JM
        British|sterling|UK|Britain|United Kingdom|London = GB
        Egyptian|Egypt|Cairo = EG
        Lebanese|Lebanon = LB
        Syrian|Syria = SY
        Sudanese|Sudan = SD
        Turkish|Turkey|Ankara = TR
        Italian = IT
        Danish|Denmark = DK
        Swedish|Sweden = SE
        Norwegian|Norway = NO
        Icelandic|Iceland = IS
        Czech = CZ
        Tunisian|Tunisia = TN
        Algerian|Algeria = DZ
        Kuwaiti|Kuwait = KW
        Jordanian|Jordan = JO
        Iraqi|Iraq|Baghdad = IQ
        Bahraini|Bahrain = BH
        Libyan|Libya = LY
        Serbian|Serbia = RS
        Emirati|UAE|Emirates|Dubai|Abu Dhabi = AE
        Moroccan|Morocco = MA
        Saudi|Saudi Arabia|Riyadh = SA
        Qatari|Qatar|Doha = QA
        Omani|Oman = OM
        Yemeni|Yemen = YE
        Iranian|Iran|Tehran = IR
        Indian|India|Delhi|Mumbai = IN
        Pakistani|Pakistan = PK
        Sri Lankan|Sri Lanka = LK
        Nepalese|Nepali|Nepal = NP
        Japanese = JP
        Chinese = CN
        South Korean|Korean = KR
        Russian = RU
        Belarusian = BY
        Israeli = IL
        Swiss|Switzerland = CH
        CFA = CFA
        Congolese|Congo = CD
        Rwandan|Rwanda = RW
        Mexican|Mexico = MX
        Argentine|Argentinian|Argentina = AR
        Chilean|Chile = CL
        Colombian|Colombia = CO
        Philippine|Philippines|Filipino|Manila = PH
        Brazilian = BR
        South African = ZA
        Nigerian = NG
        Kenyan|Kenya|Nairobi = KE
        Ugandan|Uganda = UG
        Tanzanian|Tanzania = TZ
        Ghanaian = GH
        Polish = PL
        Hungarian = HU
        Ukrainian = UA
    """),
    "fr": _rows(r"""
        US|U\.S\.|americains? = US
        canadiens? = CA
        australiens? = AU
        neo-zelandais = NZ
        de Hong ?kong|hongkongais = HK
        de Singapour|singapouriens? = SG
        taiwanais|de Taiwan = TW
        jamaicains? = JM
        sterling|britanniques?|royaume-uni|grande-bretagne|londres = GB
        egyptiennes?|egypte|caire = EG
        libanaises?|liban = LB
        syriennes?|syrie = SY
        soudanaises?|soudan = SD
        turques?|turquie|ankara = TR
        italiennes? = IT
        danoises?|danemark = DK
        suedoises?|suede = SE
        norvegiennes?|norvege = NO
        islandaises?|islande = IS
        tcheques? = CZ
        tunisiens?|tunisie = TN
        algeriens?|algerie = DZ
        koweitiens?|koweit = KW
        jordaniens?|jordanie = JO
        irakiens?|irak|bagdad = IQ
        bahreinis?|bahrein = BH
        libyens?|libye = LY
        serbes?|serbie = RS
        emiratis?|emiriens?|emirats|dubai|abou dhabi = AE
        marocains?|maroc = MA
        saoudiens?|arabie saoudite|riyad = SA
        qataris?|qatariens?|qatar|doha = QA
        omanais|oman = OM
        yemenites?|yemen = YE
        iraniens?|iran|teheran = IR
        indiennes?|inde = IN
        pakistanaises?|pakistan = PK
        sri-lankaises?|sri lanka = LK
        nepalaises?|nepal = NP
        japonais = JP
        chinois = CN
        sud-coreens?|coreens? = KR
        russes? = RU
        bielorusses? = BY
        israeliens? = IL
        suisses?|suisse = CH
        CFA = CFA
        congolais|congo = CD
        rwandais|rwanda = RW
        mexicains?|mexique = MX
        argentins?|argentine = AR
        chiliens?|chili = CL
        colombiens?|colombie = CO
        philippins?|philippines = PH
        bresiliens? = BR
        sud-africains? = ZA
        nigerians? = NG
        kenyans?|kenya = KE
        ougandais|ouganda = UG
        tanzaniens?|tanzanie = TZ
        ghaneens? = GH
        polonais = PL
        hongrois = HU
        ukrainiennes? = UA
    """),
    # Without article and ending: see `amounts.py`.
    "ar": _rows("""
        اميركي|امريكي = US
        كندي = CA
        استرالي = AU
        نيوزيلندي = NZ
        هونغ كونغ = HK
        سنغافوري = SG
        تايواني = TW
        استرليني|بريطاني|بريطانيا|لندن = GB
        مصري|مصر|القاهره = EG
        لبناني|لبنان = LB
        سوري|سوريا|سوريه = SY
        سوداني|السودان = SD
        تركي|تركيا|انقره = TR
        دنماركي|الدنمارك = DK
        سويدي|السويد = SE
        نرويجي|النرويج = NO
        ايسلندي|ايسلندا = IS
        تشيكي = CZ
        تونسي|تونس = TN
        جزائري|الجزائر = DZ
        كويتي|الكويت = KW
        اردني|الاردن = JO
        عراقي|العراق|بغداد = IQ
        بحريني|البحرين = BH
        ليبي|ليبيا = LY
        صربي|صربيا = RS
        اماراتي|الامارات|دبي|ابوظبي = AE
        مغربي|المغرب = MA
        سعودي|السعوديه|الرياض = SA
        قطري|قطر|الدوحه = QA
        عماني|عمان = OM
        يمني|اليمن = YE
        ايراني|ايران|طهران = IR
        هندي|الهند = IN
        باكستاني|باكستان = PK
        سريلانكي|سريلانكا = LK
        نيبالي|نيبال = NP
        ياباني = JP
        صيني = CN
        كوري جنوبي|كوري = KR
        روسي = RU
        بيلاروسي = BY
        اسرائيلي = IL
        سويسري|سويسرا = CH
        افريقي|سيفا = CFA
        كونغولي|الكونغو = CD
        رواندي|رواندا = RW
        مكسيكي|المكسيك = MX
        ارجنتيني|الارجنتين = AR
        تشيلي = CL
        كولومبي|كولومبيا = CO
        فلبيني|الفلبين = PH
        كيني|كينيا = KE
        اوغندي|اوغندا = UG
        تنزاني|تنزانيا = TZ
    """),
}

# Longest first where one ends with another. `¥` alone may be yen or yuan, so it is not here.
SIGNS: Mapping[str, str] = _rows(r"""
    US ?\$ = USD
    AU?\$ = AUD
    CA?\$ = CAD
    NZ\$ = NZD
    HK\$ = HKD
    S\$ = SGD
    NT\$ = TWD
    R\$ = BRL
    CN¥|RMB = CNY
    JP¥ = JPY
    Rs\.?|₹ = INR
    \$ = USD
    € = EUR
    £ = GBP
    ₽ = RUB
    ₩ = KRW
    ₪ = ILS
    ₺ = TRY
    ₴ = UAH
    ₦ = NGN
    KSh = KES
    R = ZAR
""")
CODES = frozenset(code for row in VARIETIES.values() for code in row.values())
