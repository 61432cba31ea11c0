// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <mutex>

#include "desk/syncing.h"
#include "register/central_search_page.h"
#include "store/arriving.h"
#include "sync/register.h"
#include "testkit/cut_line.h"
#include "ui/form_desk.h"

using namespace ow;
using namespace ow::ui;
using testkit::FormDesk;

namespace {

// A register that answers what the test says. Called from a lane of the bridge.
struct Answers {
  std::mutex guard;
  std::optional<base::Error> error;
  std::vector<domain::Candidate> candidates;
  domain::PartyId party;
  std::vector<domain::CentralQuestion> asked;
  std::vector<sync::SearchReason> reasons;
  std::vector<int> adopted;
};
class ScriptedRegister final : public sync::CentralRegister {
 public:
  explicit ScriptedRegister(std::shared_ptr<Answers> answers) : m_answers(std::move(answers)) {}
  base::Result<base::Uuid> grantSearch(const domain::CentralQuestion& question, const sync::SearchReason& reason) override {
    const std::scoped_lock lock(m_answers->guard);
    m_answers->asked.push_back(question);
    m_answers->reasons.push_back(reason);
    if (m_answers->error) return *m_answers->error;
    return base::Uuid{};
  }
  base::Result<std::vector<domain::Candidate>> search(const base::Uuid&) override {
    const std::scoped_lock lock(m_answers->guard);
    return m_answers->candidates;
  }
  base::Result<domain::PartyId> adopt(const base::Uuid&, int candidate) override {
    const std::scoped_lock lock(m_answers->guard);
    m_answers->adopted.push_back(candidate);
    if (m_answers->error) return *m_answers->error;
    return m_answers->party;
  }
  base::Result<sync::LooksTaken> recordLooks(std::span<const sync::SentLook>, std::span<const std::int64_t>) override {
    return sync::LooksTaken{};
  }

 private:
  std::shared_ptr<Answers> m_answers;
};

domain::Candidate candidate(int n, const std::string& name) {
  return {n, domain::PartyKind::person, name, "1990", "citizen_id", "110***********0038", {"西城区政务服务中心"}, {}};
}

struct Stage : FormDesk {
  Stage() {
    testkit::subscribe(hall);
    bridge->setSyncing(std::make_shared<desk::Syncing>(hall.sharedDesk(), std::make_unique<testkit::CutLine>(), nullptr,
                                                       std::make_unique<ScriptedRegister>(answers)));
  }
  void open(const QString& typed) {
    show<CentralSearchPage>(typed);
    page->takeFocus();
  }
  QString message() const { return part<QLabel>("centralMessage")->text(); }
  // By the keyboard: the focus stands on the first purpose, the space bar chooses it, Enter asks.
  void choosePurposeAndAsk() {
    QWidget* focus = page->focusWidget();
    REQUIRE(focus != nullptr);
    REQUIRE(focus->objectName().startsWith(QLatin1String("centralPurpose_")));
    QTest::keyClick(focus, Qt::Key_Space);
    QTest::keyClick(page->focusWidget(), Qt::Key_Return);
  }
  bool shows(const char* name) { return page->findChild<QWidget*>(QLatin1String(name)) != nullptr; }
  bool waitFor(const std::function<bool()>& isSo) { return QTest::qWaitFor(isSo); }

  std::shared_ptr<Answers> answers = std::make_shared<Answers>();
};

}  // namespace

TEST_CASE("with the keyboard alone somebody is asked for, found, and taken into this hall", "[ui][register]") {
  Stage stage;
  const domain::Party person = testkit::personCalled(stage.hall, "王小明");
  stage.answers->candidates = {candidate(1, "王**"), candidate(2, "李**")};
  stage.answers->party = person.id;
  stage.open(QStringLiteral("110101199003070038"));
  stage.choosePurposeAndAsk();
  REQUIRE(stage.waitFor([&] { return stage.shows("candidateTake_2"); }));
  REQUIRE(stage.answers->asked.size() == 1);
  CHECK(stage.answers->asked[0].by == domain::SearchBy::identifier);
  CHECK(stage.answers->reasons[0].purpose == "enquiry");
  CHECK(stage.answers->reasons[0].clerk == stage.hall.desk().clerk().id);
  CHECK(stage.isFocused("candidateTake_1"));
  const QString shown = stage.part<QWidget>("candidateTake_1")->accessibleName();
  CHECK(shown.contains(QStringLiteral("王**")));
  CHECK(shown.contains(QStringLiteral("110***********0038")));

  QTest::keyClick(stage.page->focusWidget(), Qt::Key_2);
  REQUIRE(stage.waitFor([&] { return stage.message().startsWith(QLatin1String("Taken")); }));
  CHECK(stage.answers->adopted == std::vector<int>{2});
  CHECK(stage.navigator.parties.empty());
  // Nothing opens before the data are here.
  testkit::arrive(stage.hall, testkit::kHall, {testkit::rowOf(person, 1)});
  REQUIRE(stage.waitFor([&] { return !stage.navigator.parties.empty(); }));
  CHECK(stage.navigator.parties.front() == person.id);
  CHECK(stage.navigator.closed == 1);
}

TEST_CASE("data that came before the answer are found all the same", "[ui][register]") {
  Stage stage;
  const auto person = stage.hall.addPerson("王小明");
  stage.answers->candidates = {candidate(1, "王**")};
  stage.answers->party = person;
  stage.open(QStringLiteral("110101199003070038"));
  stage.choosePurposeAndAsk();
  REQUIRE(stage.waitFor([&] { return stage.shows("candidateTake_1"); }));
  QTest::keyClick(stage.page->focusWidget(), Qt::Key_Return);
  REQUIRE(stage.waitFor([&] { return !stage.navigator.parties.empty(); }));
  CHECK(stage.navigator.parties.front() == person);
}

TEST_CASE("somebody who stands here already is opened and not taken twice", "[ui][register]") {
  Stage stage;
  const auto person = stage.hall.addPerson("王小明");
  auto known = candidate(1, "王**");
  known.party = person;
  stage.answers->candidates = {known};
  stage.open(QStringLiteral("110101199003070038"));
  stage.choosePurposeAndAsk();
  REQUIRE(stage.waitFor([&] { return stage.shows("candidateTake_1"); }));
  QTest::keyClick(stage.page->focusWidget(), Qt::Key_1);
  CHECK(stage.navigator.parties == std::vector{person});
  CHECK(stage.answers->adopted.empty());
}

TEST_CASE("without a purpose, or a whole date with a name, nobody is asked", "[ui][register]") {
  Stage stage;
  stage.open(QStringLiteral("欧阳娜"));
  CHECK(stage.isFocused("centralBirthDate"));
  CHECK(stage.page->accept());
  stage.line("centralBirthDate")->setText(QStringLiteral("1990-13-07"));
  CHECK(stage.page->accept());
  stage.line("centralBirthDate")->setText(QStringLiteral("19900307"));
  CHECK(stage.page->accept());
  CHECK(stage.answers->asked.empty());
  stage.choosePurposeAndAsk();
  REQUIRE(stage.waitFor([&] {
    const std::scoped_lock lock(stage.answers->guard);
    return !stage.answers->asked.empty();
  }));
  CHECK(stage.answers->asked[0].by == domain::SearchBy::name);
  CHECK(stage.answers->asked[0].birthDate.has_value());
}

TEST_CASE("when the centre is away, or has been asked too often, the clerk is told what to do", "[ui][register]") {
  Stage stage;
  stage.open(QStringLiteral("110101199003070038"));
  SECTION("away") {
    stage.answers->error = base::fail(base::ErrorKind::centreAway, {{"host", "centre"}});
    stage.choosePurposeAndAsk();
    REQUIRE(stage.waitFor([&] { return stage.message().startsWith(QLatin1String("The centre does not answer now")); }));
    CHECK(stage.part<QAbstractButton>("centralAsk")->isEnabled());
  }
  SECTION("too often") {
    stage.answers->error = base::fail(base::ErrorKind::notAllowed, {{"rule", "too_many"}, {"seconds", "300"}});
    stage.choosePurposeAndAsk();
    REQUIRE(stage.waitFor([&] { return stage.message().contains(QLatin1String("5 minutes")); }));
  }
  SECTION("nobody") {
    stage.choosePurposeAndAsk();
    REQUIRE(stage.waitFor([&] { return stage.message().startsWith(QLatin1String("No hall knows")); }));
    CHECK(stage.isFocused("centralTyped"));
  }
}

TEST_CASE("a page that comes back has what was typed, and not whom it found", "[ui][register]") {
  Stage stage;
  stage.answers->candidates = {candidate(1, "王**")};
  stage.open(QStringLiteral("110101199003070038"));
  stage.choosePurposeAndAsk();
  REQUIRE(stage.waitFor([&] { return stage.shows("candidateTake_1"); }));
  const QJsonObject kept = stage.page->state();
  CHECK_FALSE(QString::fromUtf8(QJsonDocument(kept).toJson()).contains(QStringLiteral("王")));
  stage.show<CentralSearchPage>(QString());
  stage.page->restore(kept);
  CHECK(stage.line("centralTyped")->text() == QStringLiteral("110101199003070038"));
  CHECK_FALSE(stage.shows("candidateTake_1"));
}
