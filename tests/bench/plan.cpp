// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plan.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "base/search_key.h"
#include "bench/must.h"

namespace ow::bench {

namespace {

constexpr const char* kKey = "key ";
constexpr const char* kParty = "party ";
constexpr const char* kCase = "case ";

// The text as it grows key by key, from `from` characters on.
void typeOut(const std::string& whole, std::size_t from, std::vector<std::string>& typed) {
  for (std::size_t n = from; n <= whole.size(); ++n)
    if (n == whole.size() || (static_cast<unsigned char>(whole[n]) & 0xC0U) != 0x80U) typed.push_back(whole.substr(0, n));
}

void typePerson(const std::string& name, const std::string& number, const std::string& phone, std::vector<std::string>& typed) {
  typeOut(name, 1, typed);
  std::string pinyin, initials;
  for (const std::string& key : base::nameKeys(name)) {
    if (key.starts_with('p') && pinyin.empty()) pinyin = key.substr(1);
    if (key.starts_with('i') && initials.empty()) initials = key.substr(1, key.find(' ') - 1);
  }
  typeOut(pinyin, 1, typed);
  typeOut(initials, 1, typed);
  if (number.size() > 6) typeOut(number.substr(0, 10), 3, typed);
  if (phone.size() > 4) typed.push_back(phone.substr(phone.size() - 4));
  if (phone.starts_with("+86")) typeOut(phone.substr(3), 3, typed);
}

std::vector<std::string> keystrokes(store::Connection& connection, int people) {
  const std::int64_t all = must(connection.integer("SELECT max(n) FROM party"));
  auto row =
      must(connection.prepare("SELECT p.name, (SELECT normal FROM identifier i WHERE i.party_id = p.id LIMIT 1),"
                              " (SELECT normal FROM contact_point c WHERE c.party_id = p.id AND c.kind = 'phone' LIMIT 1)"
                              " FROM party p WHERE p.kind = 'person' AND p.n % ?1 = 7 LIMIT ?2"));
  row.bindInt(1, std::max<std::int64_t>(8, all / people)).bindInt(2, people);
  std::vector<std::string> typed;
  while (must(row.step())) typePerson(row.text(0), row.text(1), row.text(2), typed);
  return typed;
}

std::vector<std::string> ids(store::Connection& connection, const char* sql) {
  auto row = must(connection.prepare(sql));
  std::vector<std::string> found;
  while (must(row.step())) found.push_back(row.uuid(0).text());
  return found;
}

}  // namespace

Plan planFor(store::Store& store, int people) {
  auto reader = must(store.read());
  store::Connection& connection = reader.connection();
  return {keystrokes(connection, people), ids(connection, "SELECT id FROM party WHERE n % 197 = 5 LIMIT 500"),
          ids(connection, "SELECT id FROM case_record WHERE n % 197 = 5 LIMIT 500")};
}

void save(const Plan& plan, const std::filesystem::path& file) {
  std::ofstream out(file);
  for (const std::string& typed : plan.keystrokes) out << kKey << typed << '\n';
  for (const std::string& id : plan.parties) out << kParty << id << '\n';
  for (const std::string& id : plan.cases) out << kCase << id << '\n';
}

Plan load(const std::filesystem::path& file) {
  std::ifstream in(file);
  Plan plan;
  for (std::string line; std::getline(in, line);)
    for (const auto& [word, list] :
         {std::pair(kKey, &plan.keystrokes), std::pair(kParty, &plan.parties), std::pair(kCase, &plan.cases)})
      if (line.starts_with(word)) list->push_back(line.substr(std::char_traits<char>::length(word)));
  return plan;
}

}  // namespace ow::bench
