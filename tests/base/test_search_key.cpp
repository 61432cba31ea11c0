// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/random.h"
#include "base/search_key.h"
#include "base/syllables.h"
#include "base/text_fold.h"
#include "base/utf8.h"

using namespace ow::base;

namespace {

// The sorted key table as the store keeps it, in memory: keys in byte order, ranges read as `key >= from and key < to`.
class KeyTable {
 public:
  void add(const std::string& owner, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) m_rows.emplace(key, owner);
  }
  std::set<std::string> ownersOf(const QueryWord& word) const {
    std::set<std::string> owners;
    for (const KeyRange& range : word.ranges)
      for (auto row = m_rows.lower_bound(range.from); row != m_rows.end() && row->first < range.to; ++row)
        if (keyHolds(range, row->first) && nameHolds(range, row->second)) owners.insert(row->second);
    return owners;
  }
  std::set<std::string> find(std::string_view typed) const {
    const ParsedQuery query = parseQuery(typed);
    std::set<std::string> owners = ownersOf(query.whole);
    if (query.words.empty()) return owners;
    std::set<std::string> all = ownersOf(query.words.front());
    for (const QueryWord& word : query.words) {
      const std::set<std::string> with = ownersOf(word);
      std::erase_if(all, [&with](const std::string& owner) { return !with.contains(owner); });
    }
    owners.merge(all);
    return owners;
  }

 private:
  std::multimap<std::string, std::string> m_rows;
};

struct Golden {
  std::string name;
  std::vector<std::string> typed;
};

const std::vector<Golden>& goldenNames() {
  static const std::vector<Golden> names = {
      {"张三丰",
       {"张三丰",  "张三",    "三丰",     "丰",     "張三豐", "zhangsanfeng", "zhangsan", "zhang san feng", "zsf",
        "zs",      "zhangsf", "zsanfeng", "zsanf",  "zhsf",   "zhangsfeng",   "张san",    "张sf",           "张sanf",
        "zhang三", "z三",     "zs丰",     "三feng", "三f",    "sanfeng",      "张三f",    "ZhangSan",       "ｚｓｆ"}},
      {"張三豐", {"张三丰", "张三", "三丰", "zhangsanfeng", "zsf", "张san"}},
      {"单雄信", {"shanxiongxin", "sxx", "shanxx", "單雄信", "雄信", "danxiongxin", "单x", "xiongxin"}},
      {"解晓东", {"xiexiaodong", "xxd", "解曉東", "xiexd", "xiaodong", "jiexiaodong", "解xiao"}},
      {"曾国藩", {"zengguofan", "zgf", "zengguof", "曾國藩", "国藩", "guofan", "cengguofan"}},
      {"欧阳娜娜", {"ouyangnana", "oynn", "歐陽", "娜娜", "nana", "ouyang娜娜", "欧阳nn", "oynana", "ouyang nana"}},
      {"𠮷野家", {"𠮷野家", "野家", "𠮷", "jiyejia", "jyj"}},
      {"买买提·吐尔逊",
       {"买买提·吐尔逊", "买买提吐尔逊", "买买提•吐尔逊", "买买提・吐尔逊", "买买提 吐尔逊", "吐尔逊", "maimaiti", "tuerxun",
        "mmt"}},
      {"Muñoz Gil", {"munoz", "Muñoz", "MUÑOZ", "mun\u0303oz", "gil", "gil munoz", "munoz gil", "munozgil"}},
      {"O'Brien", {"O'Brien", "obrien", "o’brien", "o'b"}},
      {"van der Berg", {"van der berg", "berg", "der berg", "vanderberg", "van berg", "VAN"}},
      {"吕布", {"lvbu", "lubu", "lyubu", "lb", "lvb", "lüb", "呂布"}},
      {"仇英", {"qiuying", "qy", "chouying", "仇y"}},
      {"缪贤", {"miaoxian", "mx", "繆賢", "mouxian", "miaox"}},
      {"李明朗", {"lml", "liming", "liml", "lminglang", "李m", "李ml", "明朗"}},
      {"查良镛", {"zhaliangyong", "zly", "查良鏞", "liangyong", "zhly"}},
      {"区志航", {"ouzhihang", "ozh", "區志航"}},
      {"朴槿惠", {"piaojinhui", "pujinhui", "pjh"}},
      {"盖叫天", {"gejiaotian", "gaijiaotian", "gjt"}},
      {"覃辉", {"qinhui", "tanhui", "qh", "th"}},
      {"翟志刚", {"zhaizhigang", "dizhigang", "zzg"}},
      {"尉迟敬德", {"yuchijingde", "ycjd", "尉遲", "敬德", "yuchijd"}},
      {"万俟卨", {"moqi", "mq", "万俟", "moqix"}},
      {"单于夫罗", {"chanyu", "cyfl", "夫罗"}},
      {"长孙无忌", {"zhangsunwuji", "zswj", "長孫無忌", "wuji"}},
      {"令狐冲", {"linghuchong", "lhc"}},
      {"澹台灭明", {"tantaimieming", "ttmm"}},
      {"乐晟", {"yuesheng", "ys", "lesheng", "yuecheng"}},
      {"石茜", {"shiqian", "shixi", "sq", "sx"}},
      {"逄长乐", {"pangchangle", "pcl", "pangchangyue"}},
      {"安华", {"anhua", "ah", "anh"}},
      {"王", {"王", "wang", "w"}},
      {"ئەركىن", {"ئەركىن", "ئەر"}},
      {"Nguyễn Thị Ánh", {"nguyen thi anh", "nguyen", "anh nguyen", "Nguyễn"}},
      {"上海市ABC贸易有限公司", {"上海市abc", "ABC贸易", "贸易", "有限公司", "shanghaishi", "上海 贸易"}},
      {"辻\U000E0100井", {"辻井", "辻"}},
      {"Null", {"null", "NULL"}},
      {"\uE863某", {"\uE863某", "某"}},
  };
  return names;
}

KeyTable goldenTable() {
  KeyTable table;
  for (const Golden& golden : goldenNames()) table.add(golden.name, nameKeys(golden.name));
  return table;
}

bool has(const std::vector<std::string>& keys, std::string_view wanted) {
  return std::find(keys.begin(), keys.end(), wanted) != keys.end();
}

}  // namespace

TEST_CASE("Every name of the golden list is found by everything people type for it", "[search]") {
  const KeyTable table = goldenTable();
  for (const Golden& golden : goldenNames()) {
    for (const std::string& typed : golden.typed) {
      INFO(golden.name << " by " << typed);
      CHECK(table.find(typed).contains(golden.name));
    }
  }
}

TEST_CASE("Han typing finds the Han that was typed and no homophone", "[search]") {
  KeyTable table;
  for (const char* name : {"李明", "黎明", "李鸣", "离铭", "Li Ming"}) table.add(name, nameKeys(name));
  CHECK(table.find("李明") == std::set<std::string>{"李明"});
  CHECK(table.find("黎") == std::set<std::string>{"黎明"});
  CHECK(table.find("李ming") == std::set<std::string>{"李明", "李鸣"});
  CHECK(table.find("liming").size() == 5);
}

TEST_CASE("Typing that fits nobody finds nobody", "[search]") {
  const KeyTable table = goldenTable();
  for (const char* typed :
       {"张si", "张三x", "zhangsx", "zsanx", "zfs", "丰三", "zhangsanfengx", "q三", "wangsan", "张san丰x", "xyz", "8812"}) {
    INFO(typed);
    CHECK(table.find(typed).empty());
  }
}

TEST_CASE("Keys of a name are what the table says", "[search]") {
  CHECK(nameKeys("张三丰") ==
        std::vector<std::string>{"n张三丰", "m三丰", "m丰", "pzhangsanfeng", "qsanfeng", "izsf zhang san feng"});
  CHECK(nameKeys("Muñoz Gil") == std::vector<std::string>{"nmunozgil", "mgil"});
  CHECK(has(nameKeys("单雄信"), "isxx shan xiong xin"));
  CHECK(has(nameKeys("单雄信"), "idxx dan xiong xin"));
  CHECK(nameKeys("").empty());
  CHECK(nameKeys(" ·-' ").empty());
}

TEST_CASE("Readings multiply only so far, and a long firm name stays a bounded number of keys", "[search]") {
  CHECK(nameKeys("单乐行重长").size() <= 5 + 3 * 8);
  std::string firm;
  for (int i = 0; i < 200; ++i) firm += "重庆";
  CHECK(nameKeys(firm).size() <= 1 + 40 + 3 * 8);
  for (const std::string& key : nameKeys(firm)) CHECK(key.size() < 200);
}

TEST_CASE("How well a key fits orders the results", "[search]") {
  const ParsedQuery query = parseQuery("zs");
  const auto range = std::find_if(query.whole.ranges.begin(), query.whole.ranges.end(),
                                  [](const KeyRange& r) { return r.field == "initials"; });
  REQUIRE(range != query.whole.ranges.end());
  CHECK(matchKind(*range, "izs zhang san") == MatchKind::exact);
  CHECK(matchKind(*range, "izsf zhang san feng") == MatchKind::prefix);
  const KeyRange name = parseQuery("张三").whole.ranges.front();
  CHECK(matchKind(name, "n张三") == MatchKind::exact);
  CHECK(matchKind(name, "n张三丰") == MatchKind::prefix);
  const std::vector<KeyRange> ranges = parseQuery("zhangsanf").whole.ranges;
  CHECK(std::is_sorted(ranges.begin(), ranges.end(), [](const KeyRange& a, const KeyRange& b) { return a.kind < b.kind; }));
}

TEST_CASE("Identifiers are found by prefix and by their last characters", "[search]") {
  KeyTable table;
  table.add("card", identifierKeys("11010119900101001X"));
  table.add("passport", identifierKeys("E12345678"));
  CHECK(identifierKeys("11010119900101001X") == std::vector<std::string>{"d11010119900101001X", "eX1001010"});
  for (const char* typed : {"1101", "110101 1990", "11010119900101001x", "001x", "１１０１０１", "0101001X"}) {
    INFO(typed);
    CHECK(table.find(typed) == std::set<std::string>{"card"});
  }
  for (const char* typed : {"e12", "E1234", "5678", "e12345678"}) CHECK(table.find(typed) == std::set<std::string>{"passport"});
  CHECK(table.find("9900").empty());  // the middle is no way to a person
}

TEST_CASE("Phones are found in any format and by their last digits", "[search]") {
  KeyTable table;
  table.add("mobile", phoneKeys("+8613800138000", "138 0013 8000"));
  table.add("landline", phoneKeys("+861065550123", "010 6555 0123"));
  table.add("boston", phoneKeys("+16176354500", "(617) 635-4500"));
  table.add("hall only", phoneKeys("", "8812345"));
  for (const char* typed : {"13800138000", "138 0013 8000", "138-0013-8000", "+86 138 0013 8000", "+8613800138000",
                            "008613800138000", "8613800138000", "1380013", "8000", "138", "＋８６ 138", "13800138000 "}) {
    INFO(typed);
    CHECK(table.find(typed).contains("mobile"));
  }
  for (const char* typed : {"010 6555 0123", "01065550123", "+861065550123", "+86 10 6555", "65550123", "0123", "0106555"}) {
    INFO(typed);
    CHECK(table.find(typed) == std::set<std::string>{"landline"});
  }
  for (const char* typed : {"(617) 635-4500", "+1 617", "617-635-4500", "16176354500", "4500"}) {
    INFO(typed);
    CHECK(table.find(typed) == std::set<std::string>{"boston"});
  }
  CHECK(table.find("2345") == std::set<std::string>{"hall only"});
  CHECK(phoneKeys("", "").empty());
}

TEST_CASE("Case numbers are found with and without separators and by their short form", "[search]") {
  KeyTable table;
  table.add("case", caseNumberKeys("YC-HX01-20260809-000123"));
  table.add("paper", caseNumberKeys("津政审〔2026〕12号"));
  for (const char* typed : {"YC-HX01-20260809-000123", "ychx0120260809000123", "yc-hx01-2026", "000123", "0123", "09-000123"}) {
    INFO(typed);
    CHECK(table.find(typed) == std::set<std::string>{"case"});
  }
  for (const char* typed : {"津政审〔2026〕12号", "津政审[2026]12号", "津政审2026"})
    CHECK(table.find(typed) == std::set<std::string>{"paper"});
}

TEST_CASE("Two words narrow each other", "[search]") {
  KeyTable table;
  for (const char* name : {"王伟", "王芳", "张伟"}) table.add(name, nameKeys(name));
  table.add("王伟", identifierKeys("110101199001018812"));
  table.add("张伟", identifierKeys("110101199001018812"));
  CHECK(table.find("王 8812") == std::set<std::string>{"王伟"});
  CHECK(table.find("ww 1101") == std::set<std::string>{"王伟"});
  CHECK(table.find("wang fang") == std::set<std::string>{"王芳"});
}

TEST_CASE("A typed word fits a name or not, whatever the table says", "[search]") {
  CHECK(matchesMixed("张san", "张三丰"));
  CHECK(matchesMixed("zhangs", "张三丰"));
  CHECK(matchesMixed("z三", "张三丰"));
  CHECK(matchesMixed("zhang sanfeng", "張三豐"));
  CHECK(matchesMixed("sanfeng", "张三丰"));
  CHECK(matchesMixed("丰", "张三丰"));
  CHECK(matchesMixed("gil", "Muñoz Gil"));
  CHECK_FALSE(matchesMixed("章三", "张三丰"));
  CHECK_FALSE(matchesMixed("feng", "张三丰"));
  CHECK_FALSE(matchesMixed("", "张三丰"));
  CHECK_FALSE(matchesMixed("zhang", ""));
}

TEST_CASE("Typing is cut into syllables and initials", "[search]") {
  CHECK(isSyllable("zhuang"));
  CHECK(isSyllable("lv"));
  CHECK_FALSE(isSyllable("zhang1"));
  CHECK_FALSE(isSyllable("bv"));
  CHECK(mixedInitials("zsanfeng", 4).front() == "zsf");
  CHECK(mixedInitials("zhangsf", 4).front() == "zsf");
  CHECK(mixedInitials("zhsf", 4).front() == "zsf");
  CHECK(mixedInitials("zsf", 4).empty());
  CHECK(mixedInitials("lim", 4).empty());
  CHECK(mixedInitials(std::string(32, 'a'), 4).size() <= 4);
}

TEST_CASE("Every name is found by its own beginning, its readings and its initials", "[search][property]") {
  SeededRandom random(11);
  for (int i = 0; i < 3000; ++i) {
    std::u32string name;
    for (std::uint64_t n = 2 + random.below(3); n > 0; --n) name += char32_t(0x4E00 + random.below(0x51A5));
    const std::string text = encoded(name);
    KeyTable table;
    const std::vector<std::string> keys = nameKeys(text);
    table.add(text, keys);
    INFO(text);
    REQUIRE(table.find(text).contains(text));
    REQUIRE(table.find(encoded(name.back())).contains(text));
    for (const std::string& key : keys) {
      const std::string typed = key.front() == 'i' ? key.substr(1, key.find(' ') - 1) : key.substr(1);
      REQUIRE(table.find(typed).contains(text));
    }
  }
}

TEST_CASE("Rubbish, 10,000 characters and raw bytes make bounded keys and queries", "[search][property]") {
  SeededRandom random(5);
  for (int i = 0; i < 20000; ++i) {
    std::string bytes(random.below(40), '\0');
    for (char& byte : bytes) byte = char(random.below(256));
    for (const std::string& key : nameKeys(bytes)) REQUIRE(key.size() > 1);
    const ParsedQuery query = parseQuery(bytes);
    REQUIRE(query.words.size() <= kMaxQueryWords);
    for (const KeyRange& range : query.whole.ranges) {
      REQUIRE(range.from.size() > 1);
      REQUIRE(range.from < range.to);
    }
    REQUIRE(matchesMixed(bytes, bytes) == !nameKeys(bytes).empty());
    identifierKeys(bytes);
    phoneKeys(bytes, bytes);
    caseNumberKeys(bytes);
  }
  for (const char* piece : {"张", "a", "1", " ", "a ", "张z", "\u0301", "\u200D", "'", "%", "zh", "\xFF"}) {
    std::string huge;
    for (int i = 0; i < 10000; ++i) huge += piece;
    INFO(piece);
    CHECK(nameKeys(huge).size() <= 65);
    CHECK(parseQuery(huge).whole.ranges.size() < 20);
    CHECK(parseQuery(huge).words.size() <= kMaxQueryWords);
    CHECK(identifierKeys(huge).size() <= 2);
    CHECK(caseNumberKeys(huge).size() <= 2);
  }
  for (const char* nothing : {"", " ", "\"", "*", "();--", "% _ \\", "\u202E"}) CHECK(parseQuery(nothing).empty());
}
