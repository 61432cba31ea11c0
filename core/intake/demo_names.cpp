// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_names.h"

#include <array>

namespace ow::intake {

namespace {

using domain::Sex;

// Bearers in ten thousands, from public counts of recent years.
constexpr Weighted kSurnames[] = {
    {"王", 9520}, {"李", 9340}, {"张", 8960}, {"刘", 6770}, {"陈", 6130}, {"杨", 4270}, {"黄", 3260}, {"吴", 2680},
    {"赵", 2670}, {"周", 2520}, {"徐", 1930}, {"孙", 1830}, {"马", 1720}, {"朱", 1700}, {"胡", 1550}, {"林", 1510},
    {"郭", 1500}, {"何", 1400}, {"高", 1330}, {"罗", 1260}, {"郑", 1240}, {"梁", 1130}, {"谢", 1010}, {"宋", 932},
    {"唐", 917},  {"许", 881},  {"邓", 821},  {"冯", 818},  {"韩", 815},  {"曹", 791},  {"曾", 772},  {"彭", 766},
    {"肖", 739},  {"蔡", 701},  {"潘", 687},  {"田", 685},  {"董", 677},  {"袁", 667},  {"于", 642},  {"余", 633},
    {"蒋", 632},  {"叶", 632},  {"杜", 619},  {"苏", 606},  {"魏", 603},  {"程", 601},  {"吕", 596},  {"丁", 576},
    {"沈", 550},  {"任", 547},  {"姚", 538},  {"卢", 536},  {"钟", 533},  {"姜", 523},  {"崔", 509},  {"谭", 499},
    {"廖", 487},  {"范", 485},  {"汪", 483},  {"陆", 480},  {"金", 467},  {"石", 455},  {"戴", 449},  {"贾", 439},
    {"韦", 430},  {"夏", 426},  {"邱", 423},  {"方", 413},  {"侯", 401},  {"邹", 394},  {"熊", 384},  {"孟", 383},
    {"秦", 379},  {"白", 374},  {"毛", 374},  {"江", 369},  {"闫", 360},  {"薛", 347},  {"尹", 346},  {"付", 336},
    {"段", 320},  {"雷", 319},  {"黎", 288},  {"史", 285},  {"龙", 281},  {"钱", 279},  {"贺", 274},  {"陶", 274},
    {"顾", 272},  {"龚", 264},  {"郝", 264},  {"邵", 262},  {"万", 254},  {"严", 246},  {"洪", 240},  {"赖", 240},
    {"武", 239},  {"傅", 236},  {"莫", 233},  {"孔", 231},  {"汤", 227},  {"向", 226},  {"常", 218},  {"温", 217},
    {"康", 211},  {"施", 206},  {"文", 204},  {"牛", 202},  {"樊", 200},  {"葛", 195},  {"邢", 192},  {"安", 179},
    {"齐", 176},  {"易", 175},  {"乔", 173},  {"伍", 171},  {"庞", 167},  {"颜", 164},  {"倪", 163},  {"庄", 162},
    {"聂", 159},  {"章", 157},  {"鲁", 151},  {"岳", 149},  {"翟", 149},  {"申", 147},  {"殷", 147},  {"詹", 147},
    {"欧", 146},  {"耿", 140},  {"关", 137},  {"覃", 136},  {"兰", 134},  {"焦", 133},  {"俞", 132},  {"左", 131},
    {"柳", 129},  {"甘", 126},  {"祝", 120},  {"包", 115},  {"代", 112},  {"宁", 110},  {"符", 109},  {"阮", 109},
    {"尚", 109},  {"舒", 109},  {"纪", 106},  {"柯", 106},  {"梅", 105},  {"童", 105},  {"欧阳", 91}, {"单", 101},
    {"解", 71},   {"仇", 40},   {"查", 33},   {"乐", 29},   {"区", 20},   {"上官", 5},  {"司马", 5},  {"司徒", 5},
    {"尉迟", 5},  {"夏侯", 5},  {"诸葛", 5},  {"皇甫", 5},  {"令狐", 5},  {"公孙", 5},  {"慕容", 5},  {"端木", 5},
    {"东方", 5},  {"缪", 57},   {"朴", 19},   {"盖", 19},   {"尉", 10},   {"曲", 98},
};

// Characters of given names by sex and time of birth, the commonest first.
constexpr std::string_view kMaleOld[] = {"国", "建", "德", "志", "明", "永", "文", "金", "福", "玉", "春", "忠", "成", "荣",
                                         "生", "林", "庆", "祥", "贵", "义", "清", "华", "光", "友", "兴", "发", "树", "宝",
                                         "长", "万", "学", "家", "振", "根", "水", "喜", "堂", "山", "海", "才", "有", "顺"};
constexpr std::string_view kFemaleOld[] = {"秀", "玉", "桂", "英", "兰", "芳", "珍", "凤", "淑", "梅", "华", "琴", "芝", "荣",
                                           "云", "霞", "香", "莲", "红", "爱", "翠", "月", "春", "菊", "美", "素", "娥", "娣",
                                           "惠", "金", "仙", "巧", "彩", "花", "银", "莉", "芬", "妹", "清", "静"};
constexpr std::string_view kMaleMiddle[] = {"伟", "强", "军", "磊", "勇", "涛", "斌", "波", "辉", "刚", "鹏",
                                            "杰", "峰", "超", "建", "俊", "亮", "海", "明", "林", "志", "飞",
                                            "平", "健", "龙", "宏", "东", "洋", "凯", "旭", "卫", "云", "文",
                                            "晓", "新", "立", "永", "宇", "振", "国", "江", "锋", "毅", "松"};
constexpr std::string_view kFemaleMiddle[] = {"丽", "艳", "敏", "静", "娟", "霞", "燕", "芳", "红", "娜", "玲",
                                              "萍", "慧", "洁", "莉", "婷", "颖", "琳", "晓", "海", "雪", "丹",
                                              "晶", "倩", "华", "蓉", "梅", "春", "英", "小", "文", "佳", "莹",
                                              "青", "琴", "秋", "蕾", "璐", "媛", "薇", "瑞", "云", "露", "嘉"};
constexpr std::string_view kMaleYoung[] = {"宇", "浩", "子", "轩", "泽", "俊", "博", "睿", "晨", "辰", "铭", "皓", "佳", "奕",
                                           "涵", "一", "嘉", "梓", "沐", "航", "宸", "逸", "煜", "鑫", "熙", "文", "明", "昊",
                                           "天", "思", "瑞", "乐", "诚", "恒", "景", "凡", "霖", "阳", "翔", "懿", "然", "彦"};
constexpr std::string_view kFemaleYoung[] = {"涵", "怡", "欣", "梓", "雨", "诗", "萱", "一", "可", "悦", "思",
                                             "佳", "琪", "语", "彤", "嘉", "妍", "馨", "紫", "若", "瑶", "晨",
                                             "桐", "伊", "诺", "汐", "艺", "婉", "熙", "沐", "心", "玥", "芮",
                                             "子", "清", "宁", "舒", "梦", "雪", "安", "菲", "昕"};
constexpr std::array kGivenOf{std::span<const std::string_view>(kMaleOld),    std::span<const std::string_view>(kFemaleOld),
                              std::span<const std::string_view>(kMaleMiddle), std::span<const std::string_view>(kFemaleMiddle),
                              std::span<const std::string_view>(kMaleYoung),  std::span<const std::string_view>(kFemaleYoung)};

// What many were called: several people of one name are what a search has to live with.
constexpr std::string_view kFavourites[][10] = {
    {"建国", "国强", "建华", "志明", "建军", "德福", "永福", "国庆", "援朝", "金生"},
    {"秀英", "桂英", "玉兰", "秀兰", "桂兰", "玉珍", "淑珍", "凤英", "素珍", "秀珍"},
    {"伟", "强", "军", "磊", "勇", "涛", "海涛", "志强", "俊杰", "晓东"},
    {"敏", "静", "丽", "芳", "娜", "艳", "晓燕", "丽娟", "海燕", "雪梅"},
    {"浩然", "子轩", "宇轩", "浩宇", "子涵", "俊熙", "梓豪", "奕辰", "一诺", "沐宸"},
    {"梓涵", "欣怡", "诗涵", "雨桐", "可馨", "一诺", "思涵", "语桐", "梓萱", "欣妍"}};

// Beyond the first plane of Unicode, or missing in older fonts: what breaks at other windows.
constexpr std::string_view kRare[] = {"𠮷", "㐂", "䶮", "喆", "堃", "淼", "犇", "祎", "彧",
                                      "赟", "頔", "㛃", "𬀩", "𬭎", "𫖮", "昉", "甯", "翀"};

constexpr std::string_view kUyghurMale[] = {"买买提", "吐尔逊", "阿卜杜拉", "艾力",     "玉素甫", "依明",   "热合曼",
                                            "库尔班", "亚森",   "艾尼瓦尔", "帕尔哈提", "木拉提", "阿迪力", "伊力哈木"};
constexpr std::string_view kUyghurFemale[] = {"古丽娜尔", "阿依古丽", "热孜宛古丽", "帕提古丽", "茹仙",    "迪丽努尔",
                                              "麦尔哈巴", "祖丽菲娅", "阿米娜",     "努尔古丽", "米热古丽"};
constexpr std::string_view kTibetan[] = {"扎西", "多吉", "次仁", "平措", "达瓦", "尼玛", "旺堆",
                                         "格桑", "洛桑", "丹增", "索朗", "边巴", "巴桑", "强巴"};
constexpr std::string_view kTibetanMale[] = {"多吉", "平措", "旺堆", "顿珠", "罗布", "次仁", "扎西"};
constexpr std::string_view kTibetanFemale[] = {"卓玛", "拉姆", "央金", "曲珍", "德吉", "白玛", "措姆"};
constexpr std::string_view kMongolMale[] = {"巴特尔", "苏和",   "朝鲁",   "哈斯巴根", "那顺",
                                            "布和",   "阿古拉", "特木尔", "宝力德",   "乌力吉"};
constexpr std::string_view kMongolFemale[] = {"其其格", "萨仁", "乌兰", "娜仁", "格日勒",
                                              "托娅",   "塔娜", "高娃", "乌云", "斯琴"};
constexpr std::string_view kHuiSurnames[] = {"马", "马", "马", "丁", "哈", "撒", "沙",
                                             "白", "杨", "虎", "海", "纳", "金", "麻"};
constexpr std::string_view kZhuangSurnames[] = {"韦", "韦", "覃", "黄", "陆", "农", "莫", "蓝", "梁", "李"};
constexpr std::string_view kKoreanSurnames[] = {"金", "金", "朴", "李", "崔", "郑", "姜", "全", "南", "玄"};
constexpr std::string_view kHongKongSurnames[] = {"陳", "黃", "李", "梁", "張", "吳", "劉", "葉", "鄭", "馮"};
constexpr std::string_view kTraditionalGiven[] = {"偉倫", "嘉儀", "詠詩", "志豪", "雅婷", "家豪", "淑芬",
                                                  "俊傑", "慧敏", "國華", "建宏", "美玲", "怡君", "承翰"};
constexpr std::string_view kLatinMale[] = {"James",  "Michael", "Thomas",  "Pierre",          "Lukas", "Ivan",
                                           "Dmitri", "Ahmed",   "Hiroshi", "Minjun",          "Rahul", "Carlos",
                                           "Luca",   "William", "Kwame",   "Nguyen Van Minh", "José",  "Jörg"};
constexpr std::string_view kLatinFemale[] = {"Emma",   "Sarah", "Claire",  "Anna",   "Olga",  "Natalia",
                                             "Fatima", "Yuki",  "Seoyeon", "Priya",  "Lucía", "Giulia",
                                             "Grace",  "Amina", "Chloé",   "Ingrid", "Linh",  "Zoë"};
constexpr std::string_view kLatinFamily[] = {"Smith",  "Johnson", "Müller",   "Dubois",  "Petrov", "Ivanova",      "Tanaka",
                                             "Kim",    "Park",    "Singh",    "García",  "Rossi",  "Brown",        "O'Connor",
                                             "Mensah", "Haddad",  "Nguyen",   "Schmidt", "Silva",  "van den Berg", "Andersson",
                                             "Wilson", "Sharma",  "Kowalski", "Okafor",  "Suzuki", "Al-Masri",     "Taylor"};
constexpr Country kCountries[] = {{"USA", "840"}, {"KOR", "410"}, {"JPN", "392"}, {"DEU", "276"},
                                  {"FRA", "250"}, {"GBR", "826"}, {"RUS", "643"}, {"IND", "356"},
                                  {"CAN", "124"}, {"AUS", "036"}, {"ITA", "380"}, {"NGA", "566"}};

constexpr std::string_view kBrandFirst[] = {"恒", "鑫", "华", "瑞", "宏", "中", "金", "盛", "嘉", "永",
                                            "泰", "康", "德", "新", "顺", "安", "博", "润", "启", "云",
                                            "远", "海", "天", "正", "同", "聚", "百", "万", "优", "创"};
constexpr std::string_view kBrandSecond[] = {"达", "源", "丰", "兴", "泰", "信", "和", "通", "诚", "隆",
                                             "利", "祥", "联", "科", "昌", "众", "成", "美", "晟", "禾",
                                             "邦", "舟", "图", "诺", "佳", "力", "辰", "益", "悦", "合"};
constexpr std::string_view kTrades[] = {"餐饮管理", "商贸",         "科技",     "信息技术", "建筑工程", "物业服务", "文化传媒",
                                        "教育咨询", "装饰设计",     "电子商务", "医疗器械", "物流",     "汽车服务", "食品",
                                        "园林绿化", "人力资源服务", "环保科技", "酒店管理", "机电设备", "家政服务"};
constexpr std::string_view kCompanyForms[] = {"有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司"};
constexpr std::string_view kShops[] = {"小吃店", "便利店", "理发店", "水果店", "五金店", "面馆",   "服装店", "早餐店",
                                       "文具店", "茶叶店", "花店",   "修车铺", "烟酒店", "打印社", "药材铺", "宠物店"};
constexpr std::string_view kInstitutions[] = {
    "第一小学",     "第二小学",         "第三中学",           "实验幼儿园",   "人民医院", "社区卫生服务中心", "图书馆",
    "文化馆",       "疾病预防控制中心", "不动产登记事务中心", "就业服务中心", "青少年宫", "环境监测站",       "档案馆",
    "职业技术学校", "福利院",           "妇幼保健院",         "第五中学"};
constexpr std::string_view kAssociations[] = {
    "篮球协会",       "书法家协会", "志愿服务联合会", "餐饮行业协会", "老年大学",       "社会工作服务中心", "养老服务中心",
    "环保志愿者协会", "摄影学会",   "商会",           "残疾人艺术团", "社区发展基金会", "围棋协会",         "民营企业联合会"};
constexpr std::string_view kOrdinals[] = {"", "", "", "东街", "南苑", "新城", "西园", "河畔", "北里", "中心"};

std::size_t fashionOf(Sex sex, int year) {
  const std::size_t time = year < 1967 ? 0 : year < 1993 ? 2 : 4;
  return time + (sex == Sex::female ? 1 : 0);
}

std::string_view commonOf(Dice& dice, std::span<const std::string_view> list) {
  const double x = dice.fraction();
  return list[static_cast<std::size_t>(x * x * static_cast<double>(list.size()))];
}

std::string hanGiven(Dice& dice, Sex sex, int year) {
  const std::size_t fashion = fashionOf(sex, year);
  if (dice.chance(0.12)) return std::string(dice.common(kFavourites[fashion]));
  const std::span<const std::string_view> list = kGivenOf.at(fashion);
  const bool single = dice.chance(fashion < 2 ? 0.1 : fashion < 4 ? 0.28 : 0.1);
  const std::string_view last = dice.chance(0.006) ? dice.of(kRare) : commonOf(dice, list);
  if (single) return std::string(last);
  std::string_view first = commonOf(dice, list);
  if (first == last && dice.chance(0.8)) first = commonOf(dice, list);
  return std::string(first) + std::string(last);
}

std::string join(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) all += part;
  return all;
}

std::string brand(Dice& dice) {
  return join({dice.of(kBrandFirst), dice.of(kBrandSecond)});
}

}  // namespace

Origin originOf(Dice& dice) {
  static constexpr double kShares[] = {950, 9, 7, 3, 6, 4, 5, 3, 3, 9};
  static const Odds kOrigins{std::span<const double>(kShares)};
  return static_cast<Origin>(kOrigins.draw(dice));
}

std::optional<std::string> ethnicityOf(Origin origin) {
  switch (origin) {
    case Origin::han:
      return "汉族";
    case Origin::hui:
      return "回族";
    case Origin::zhuang:
      return "壮族";
    case Origin::korean:
      return "朝鲜族";
    case Origin::uyghur:
      return "维吾尔族";
    case Origin::tibetan:
      return "藏族";
    case Origin::mongol:
      return "蒙古族";
    default:
      return std::nullopt;
  }
}

std::string_view provinceOf(Origin origin, Dice& dice) {
  if (!dice.chance(0.7)) return {};
  switch (origin) {
    case Origin::hui:
      return "64";
    case Origin::zhuang:
      return "45";
    case Origin::korean:
      return "22";
    case Origin::uyghur:
      return "65";
    case Origin::tibetan:
      return "54";
    case Origin::mongol:
      return "15";
    default:
      return {};
  }
}

std::optional<std::string> languageOf(Origin origin, Dice& dice) {
  switch (origin) {
    case Origin::uyghur:
      return dice.chance(0.5) ? std::optional<std::string>("ug") : std::nullopt;
    case Origin::tibetan:
      return dice.chance(0.4) ? std::optional<std::string>("bo") : std::nullopt;
    case Origin::mongol:
      return dice.chance(0.2) ? std::optional<std::string>("mn") : std::nullopt;
    case Origin::hongKong:
    case Origin::taiwan:
      return "zh-Hant";
    case Origin::abroad:
      return "en";
    default:
      return std::nullopt;
  }
}

std::string surname(Dice& dice, Origin origin) {
  static const Odds kCommon{std::span<const Weighted>(kSurnames)};
  switch (origin) {
    case Origin::hui:
      return std::string(dice.of(kHuiSurnames));
    case Origin::zhuang:
      return std::string(dice.of(kZhuangSurnames));
    case Origin::korean:
      return std::string(dice.of(kKoreanSurnames));
    case Origin::hongKong:
    case Origin::taiwan:
      return std::string(dice.of(kHongKongSurnames));
    case Origin::uyghur:
    case Origin::tibetan:
    case Origin::mongol:
    case Origin::abroad:
      return {};
    default:
      return std::string(kSurnames[kCommon.draw(dice)].text);
  }
}

std::string fullName(Dice& dice, Origin origin, std::string_view family, Sex sex, int year) {
  const bool male = sex == Sex::male;
  switch (origin) {
    case Origin::uyghur:  // own name, then the father's
      return join({male ? dice.of(kUyghurMale) : dice.of(kUyghurFemale), "·", dice.of(kUyghurMale)});
    case Origin::tibetan:
      return join({dice.of(kTibetan), male ? dice.of(kTibetanMale) : dice.of(kTibetanFemale)});
    case Origin::mongol:
      return male ? std::string(dice.of(kMongolMale)) : join({dice.of(kMongolFemale), dice.chance(0.3) ? "其木格" : ""});
    case Origin::hongKong:
    case Origin::taiwan:
      return join({family, dice.of(kTraditionalGiven)});
    case Origin::abroad:
      return latinName(dice, sex);
    default:
      return std::string(family) + hanGiven(dice, sex, year);
  }
}

std::string latinName(Dice& dice, Sex sex) {
  return join({sex == Sex::male ? dice.of(kLatinMale) : dice.of(kLatinFemale), " ", dice.of(kLatinFamily)});
}

Country country(Dice& dice) {
  return dice.common(kCountries);
}

std::string enterpriseName(Dice& dice, std::string_view place) {
  return join({place, brand(dice), dice.of(kTrades), dice.of(kCompanyForms)});
}

std::string soleTraderName(Dice& dice, std::string_view place, std::string_view family) {
  const bool byFamily = !family.empty() && dice.chance(0.4);
  return join({place, byFamily ? join({dice.chance(0.5) ? "老" : "小", family}) : brand(dice), dice.of(kShops)});
}

std::string institutionName(Dice& dice, std::string_view place) {
  return join({place, dice.of(kOrdinals), dice.of(kInstitutions)});
}

std::string associationName(Dice& dice, std::string_view place) {
  return join({place, dice.of(kOrdinals), dice.of(kAssociations)});
}

}  // namespace ow::intake
