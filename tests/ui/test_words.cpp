// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QSet>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

#include "base/error.h"
#include "base/time_text.h"
#include "kit/language.h"
#include "kit/words.h"

using namespace ow;
using namespace ow::ui;

namespace {

// English again at the end, whatever happens.
class Speaking {
 public:
  explicit Speaking(Language language) { applyLanguage(app(), language); }
  ~Speaking() { applyLanguage(app(), Language::english); }

 private:
  static QApplication& app() { return *static_cast<QApplication*>(QCoreApplication::instance()); }
};

template <class Enum, class Word>
void checkEach(Word word) {
  QSet<QString> seen;
  for (std::size_t i = 0; i < base::kCodes<Enum>.size(); ++i) {
    const QString text = word(static_cast<Enum>(i));
    CAPTURE(std::string(base::kCodes<Enum>[i]), text.toStdString());
    CHECK_FALSE(text.trimmed().isEmpty());
    CHECK_FALSE(seen.contains(text));
    seen.insert(text);
  }
}

bool hasHan(const QString& text) {
  return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF; });
}

base::Instant instant(const char* iso) {
  return base::parseIsoInstant(iso).value();
}

}  // namespace

TEST_CASE("every value has its own word in both languages", "[ui][words]") {
  const Speaking speaking(GENERATE(Language::english, Language::simplifiedChinese));
  checkEach<domain::CaseState>([](auto v) { return words::of(v); });
  checkEach<domain::CaseEventKind>([](auto v) { return words::of(v); });
  checkEach<domain::CaseEventKind>([](auto v) { return words::actionOf(v); });
  checkEach<domain::Outcome>([](auto v) { return words::of(v); });
  checkEach<domain::Channel>([](auto v) { return words::of(v); });
  checkEach<domain::Direction>([](auto v) { return words::of(v); });
  checkEach<domain::Priority>([](auto v) { return words::of(v); });
  checkEach<domain::PartyKind>([](auto v) { return words::of(v); });
  checkEach<domain::Sex>([](auto v) { return words::of(v); });
  checkEach<domain::IdentifierType>([](auto v) { return words::of(v); });
  checkEach<domain::Light>([](auto v) { return words::of(v); });
  checkEach<desk::Purpose>([](auto v) { return words::of(v); });
  checkEach<domain::RelationshipKind>([](auto v) { return words::of(v, desk::Relative::Side::ofThisParty); });
  checkEach<domain::RelationshipKind>([](auto v) { return words::of(v, desk::Relative::Side::toThisParty); });
  for (int level = 1; level <= 5; ++level) CHECK_FALSE(words::ofRatingLevel(level).isEmpty());
}

TEST_CASE("every kind of error has its own sentence in both languages", "[ui][words]") {
  const auto language = GENERATE(Language::english, Language::simplifiedChinese);
  const Speaking speaking(language);
  QSet<QString> seen;
  for (int i = 0; i <= static_cast<int>(base::ErrorKind::internal); ++i) {
    const base::Error error{static_cast<base::ErrorKind>(i), {{"seconds", "40"}, {"left", "3"}}};
    const QString sentence = words::sentence(error);
    CAPTURE(base::describe(error), sentence.toStdString());
    CHECK(sentence.size() > 10);
    CHECK((sentence.endsWith(QLatin1Char('.')) || sentence.endsWith(QStringLiteral("。"))));
    CHECK(hasHan(sentence) == (language == Language::simplifiedChinese));
    CHECK_FALSE(seen.contains(sentence));
    seen.insert(sentence);
  }
}

TEST_CASE("the terms are those of the hall", "[ui][words]") {
  const Speaking chinese(Language::simplifiedChinese);
  CHECK(words::of(domain::CaseState::received) == QStringLiteral("收件"));
  CHECK(words::of(domain::CaseState::accepted) == QStringLiteral("已受理"));
  CHECK(words::of(domain::CaseState::inReview) == QStringLiteral("审查中"));
  CHECK(words::of(domain::CaseState::closed) == QStringLiteral("办结"));
  CHECK(words::of(domain::CaseState::returned) == QStringLiteral("退件"));
  CHECK(words::of(domain::CaseState::withdrawn) == QStringLiteral("撤件"));
  CHECK(words::actionOf(domain::CaseEventKind::accepted) == QStringLiteral("受理(&A)"));
}

TEST_CASE("dates are written as the clerk's language writes them, in the hall's zone", "[ui][words]") {
  const auto zone = base::TimeZone::named("Asia/Shanghai").value();
  const auto late = instant("2026-08-08T20:05:12Z");  // already the ninth in Beijing
  CHECK(words::date(late, zone) == QStringLiteral("9 Aug 2026"));
  CHECK(words::dateTime(late, zone) == QStringLiteral("9 Aug 2026, 04:05"));
  CHECK(words::timeWithSeconds(late, zone) == QStringLiteral("04:05:12"));
  const Speaking chinese(Language::simplifiedChinese);
  CHECK(words::date(late, zone) == QStringLiteral("2026年8月9日"));
  CHECK(words::dateTime(late, zone) == QStringLiteral("2026年8月9日 04:05"));
}

TEST_CASE("what remains is said in words, and one is one", "[ui][words]") {
  const auto now = instant("2026-03-02T09:30:00+08:00");
  using namespace std::chrono_literals;
  CHECK(words::remaining(now + 5 * 24h, now) == QStringLiteral("5 days left"));
  CHECK(words::remaining(now + 27h, now) == QStringLiteral("1 d 3 h left"));
  CHECK(words::remaining(now + 90min, now) == QStringLiteral("1 h 30 min left"));
  CHECK(words::remaining(now + 5min, now) == QStringLiteral("5 min left"));
  CHECK(words::remaining(now - 24h, now) == QStringLiteral("1 day over"));
  CHECK(words::remaining(now - 50h, now) == QStringLiteral("2 days over"));
  CHECK(words::remaining(now - 61min, now) == QStringLiteral("1 hour over"));
  CHECK(words::ago(now + 5min, now) == QStringLiteral("just now"));  // a clock that was set back
  CHECK(words::of(domain::Limit{1, domain::LimitUnit::workingDay}) == QStringLiteral("1 working day"));
  CHECK(words::of(domain::Limit{20, domain::LimitUnit::workingDay}) == QStringLiteral("20 working days"));
  const Speaking chinese(Language::simplifiedChinese);
  CHECK(words::of(domain::Limit{20, domain::LimitUnit::workingDay}) == QStringLiteral("20个工作日"));
  CHECK(words::remaining(now - 50h, now) == QStringLiteral("已超期2天"));
}

TEST_CASE("when it is not known whether a text is saved, the clerk is asked to look, not told that it is not", "[ui][words]") {
  const base::Error unknown = base::fail(base::ErrorKind::outcomeUnknown);
  CHECK(words::sentence(unknown).contains(QStringLiteral("look again")));
  CHECK_FALSE(words::sentence(unknown).contains(QStringLiteral("nothing was written")));
  const Speaking chinese(Language::simplifiedChinese);
  CHECK(words::sentence(unknown).contains(QStringLiteral("请先查看")));
  CHECK_FALSE(words::sentence(unknown).contains(QStringLiteral("未能写入")));
}

TEST_CASE("a page that cannot be opened on a store that is only read says why, and what still works", "[ui][words]") {
  const base::Error refused = base::fail(base::ErrorKind::notAllowed, {{"rule", "look_not_logged"}});
  CHECK(words::sentence(refused).contains(QStringLiteral("access log")));
  CHECK(words::sentence(refused).contains(QStringLiteral("Lists and search still work")));
}

TEST_CASE("a wrong passphrase says how many tries are left, a lock-out how long to wait", "[ui][words]") {
  CHECK(words::sentence(base::fail(base::ErrorKind::wrongKey, {{"left", "1"}})).contains(QStringLiteral("1 more try ")));
  CHECK(words::sentence(base::fail(base::ErrorKind::wrongKey, {{"left", "4"}})).contains(QStringLiteral("4 more tries ")));
  CHECK(words::sentence(base::fail(base::ErrorKind::lockedOut, {{"seconds", "40"}})).contains(QStringLiteral("40 seconds")));
  CHECK(words::sentence(base::fail(base::ErrorKind::lockedOut, {{"seconds", "300"}})).contains(QStringLiteral("5 minutes")));
}
