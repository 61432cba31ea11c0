// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <functional>

#include "base/utf8.h"
#include "desk/cases.h"
#include "desk/contacts.h"
#include "desk/finding.h"
#include "desk/inbox.h"
#include "desk/parties.h"
#include "testkit/hall.h"
#include "testkit/nasty_text.h"

// The edge of core against everything that SQLite takes and PostgreSQL refuses, or the other way round: what gets past here
// would lie in the outbox for ever.

using namespace ow;
using testkit::Hall;

namespace {

// UTF-8 as somebody sends it who does not know better: each UTF-16 surrogate as three bytes of its own when it is alone.
std::string bytesOf(const std::u16string& units) {
  std::u32string points;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char16_t unit = units[i];
    const bool isPair = (unit & 0xFC00U) == 0xD800U && i + 1 < units.size() && (units[i + 1] & 0xFC00U) == 0xDC00U;
    points += isPair ? char32_t(0x10000 + ((unit & 0x3FFU) << 10U) + (units[++i] & 0x3FFU)) : char32_t(unit);
  }
  std::string bytes;
  for (const char32_t c : points) {
    if ((c & 0xFFFFF800U) == 0xD800U)
      bytes += {char(0xE0U | (c >> 12U)), char(0x80U | ((c >> 6U) & 0x3FU)), char(0x80U | (c & 0x3FU))};
    else
      bytes += base::encoded(c);
  }
  return bytes;
}

struct Given {
  const char* what;
  std::string bytes;
};

std::vector<Given> refusedEverywhere() {
  std::vector<Given> all{{"byte FF", "a\xFF"},
                         {"cut UTF-8", "\xE5\xBC"},
                         {"CESU-8", "\xED\xA0\xBD\xED\xB8\x80"},
                         {"overlong NUL", std::string("a\xC0\x80")},
                         {"overlong slash", "a\xC0\xAF"},
                         {"above U+10FFFF", "\xF4\x90\x80\x80"},
                         {"five bytes", "\xF8\x88\x80\x80\x80"},
                         {"ten megabytes", std::string(10'000'000, 'x')}};
  for (const auto& nasty : testkit::neverKept()) all.push_back({nasty.what, bytesOf(nasty.text)});
  return all;
}

// One field of one use case; everything else about the call is in order.
struct Field {
  const char* name;
  bool hasLines;
  bool isKey;  // compared to the letter: what cannot be seen is refused, too
  std::function<base::Result<void>(const std::string&)> give;
};

struct Edge {
  Hall hall;
  domain::ServiceId service = hall.addService("住房公积金提取", {3, domain::LimitUnit::workingDay});
  desk::OpenedCase opened = hall.openCase(service);

  template <class T>
  static base::Result<void> outcome(const base::Result<T>& result) {
    if (!result) return result.error();
    return base::success();
  }
  base::Result<void> party(const std::function<void(desk::NewParty&)>& set) {
    desk::NewParty party;
    party.name = "某人";
    set(party);
    return outcome(desk::registerParty(hall.desk(), party));
  }
  base::Result<void> contact(const std::function<void(desk::NewContact&)>& set) {
    desk::NewContact contact;
    contact.subject = "某事";
    set(contact);
    return outcome(desk::registerContact(hall.desk(), contact));
  }
  base::Result<void> newCase(const std::function<void(desk::NewCase&)>& set) {
    desk::NewCase given;
    given.service = service;
    set(given);
    return outcome(desk::openCase(hall.desk(), given));
  }

  std::vector<Field> fields() {
    desk::Desk& desk = hall.desk();
    return {
        {"name", false, false, [this](const auto& t) { return party([&](auto& p) { p.name = t; }); }},
        {"identifier", false, true,
         [this](const auto& t) { return party([&](auto& p) { p.identifier = t, p.identifierReason = "so on the card"; }); }},
        {"reason", false, false,
         [this](const auto& t) { return party([&](auto& p) { p.phone = "12", p.identifierReason = t; }); }},
        {"phone", false, true,
         [this](const auto& t) { return party([&](auto& p) { p.phone = t, p.identifierReason = "x"; }); }},
        {"email", false, true, [this](const auto& t) { return party([&](auto& p) { p.email = t + "@example.cn"; }); }},
        {"address", false, false, [this](const auto& t) { return party([&](auto& p) { p.address = t; }); }},
        {"note", true, false, [this](const auto& t) { return party([&](auto& p) { p.note = t; }); }},
        {"preferred_language", false, false,
         [this](const auto& t) { return party([&](auto& p) { p.preferredLanguage = t; }); }},
        {"subject", false, false, [this](const auto& t) { return contact([&](auto& c) { c.subject = t; }); }},
        {"text", true, false, [this](const auto& t) { return contact([&](auto& c) { c.text = t; }); }},
        {"title", false, false, [this](const auto& t) { return newCase([&](auto& c) { c.title = t; }); }},
        {"description", true, false, [this](const auto& t) { return newCase([&](auto& c) { c.description = t; }); }},
        {"place", false, false, [this](const auto& t) { return newCase([&](auto& c) { c.place = t; }); }},
        {"text", true, false, [this, &desk](const auto& t) { return desk::addNote(desk, opened.id, t); }},
        {"text", true, false,
         [this, &desk](const auto& t) {
           return outcome(desk::moveCase(
               desk, {opened.id, domain::CaseEventKind::withdrawn, domain::CaseState::received, std::nullopt, t}));
         }},
    };
  }
  std::int64_t operations() {
    return hall.store().read().value().connection().integer("SELECT count(*) FROM operation").value();
  }
};

}  // namespace

TEST_CASE("what either store would refuse is refused at the edge, names its field and writes nothing", "[desk][edge]") {
  Edge edge;
  const std::int64_t before = edge.operations();
  for (const Field& field : edge.fields()) {
    auto all = refusedEverywhere();
    if (!field.hasLines)
      for (const auto& nasty : testkit::ofSeveralLines()) all.push_back({nasty.what, bytesOf(nasty.text)});
    if (field.isKey)
      for (const char16_t hidden : {u'\u202E', u'\u200B', u'\u00AD', u'\uFEFF', u'\u2066', u'\u061C'})
        all.push_back({"hidden character", bytesOf(u"12" + std::u16string(1, hidden) + u"34")});
    for (const Given& given : all) {
      INFO(field.name << ": " << given.what);
      const auto done = field.give(given.bytes);
      REQUIRE_FALSE(done);
      CHECK(done.error().kind == base::ErrorKind::invalidInput);
      CHECK(done.error().fact("field") == field.name);
      REQUIRE(edge.operations() == before);
    }
  }
}

TEST_CASE("dates that only one of the stores can hold are refused", "[desk][edge]") {
  using std::chrono::day;
  using std::chrono::month;
  using std::chrono::year;
  Edge edge;
  const std::int64_t before = edge.operations();
  for (const base::Date date : {base::Date{year{0}, month{0}, day{0}}, base::Date{year{2023}, month{2}, day{30}},
                                base::Date{year{10000}, month{1}, day{1}}, base::Date{year{32767}, month{12}, day{31}},
                                base::Date{year{-1}, month{1}, day{1}}, base::Date{year{1799}, month{12}, day{31}},
                                base::Date{year{2200}, month{1}, day{1}}, base::Date{year{1900}, month{2}, day{29}},
                                base::Date{year{2024}, month{13}, day{1}}}) {
    INFO(int(date.year()) << "-" << unsigned(date.month()) << "-" << unsigned(date.day()));
    const auto done = edge.party([&](desk::NewParty& party) { party.birthDate = date; });
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == base::ErrorKind::invalidInput);
    CHECK(done.error().fact("field") == "birth_date");
  }
  CHECK(edge.operations() == before);
  CHECK(edge.party([](desk::NewParty& party) { party.birthDate = base::Date{year{2024}, month{2}, day{29}}; }));
}

TEST_CASE("strange but true words pass the edge", "[desk][edge]") {
  Edge edge;
  for (const auto& nasty : testkit::strangeButTrue()) {
    edge.opened = edge.hall.openCase(edge.service);  // the one before was withdrawn
    for (const Field& field : edge.fields()) {
      if (field.isKey) continue;
      INFO(field.name << ": " << nasty.what);
      CHECK(field.give(bytesOf(nasty.text)));
    }
  }
}

TEST_CASE("any text is only text to a search, a filter and a look for doubles", "[desk][edge]") {
  Edge edge;
  for (const auto& nasty : testkit::searches()) {
    INFO(nasty.what);
    const std::string typed = bytesOf(nasty.text);
    CHECK(desk::find(edge.hall.desk(), typed, 20));
    CHECK(desk::inbox(edge.hall.desk(), {desk::InboxView::all, typed, {}}));
    CHECK(desk::findServices(edge.hall.desk(), typed, 20));
    desk::PartyHints hints;
    hints.name = hints.identifier = hints.phone = typed;
    CHECK(desk::findDuplicates(edge.hall.desk(), hints));
  }
}
