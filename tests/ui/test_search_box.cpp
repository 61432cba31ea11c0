// SPDX-License-Identifier: GPL-3.0-or-later
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QVBoxLayout>

#include <catch2/catch_test_macros.hpp>
#include <utility>
#include <vector>

#include "shell/search_box.h"
#include "ui/recording_navigator.h"

using namespace ow;
using Kind = desk::Found::Kind;

namespace {

domain::EntityId entity(std::uint8_t n) {
  domain::EntityId id;
  id.uuid.bytes[15] = n;
  return id;
}

desk::Found found(Kind kind, std::uint8_t n, const std::string& label, const std::string& matched) {
  return {kind, entity(n), label, "detail", matched, std::nullopt};
}

struct Window {
  struct Question {
    QString typed;
    ui::SearchBox::Answer answer;
  };

  Window() {
    window.resize(900, 600);
    auto* column = new QVBoxLayout(&window);
    other = new QLineEdit(&window);
    box = new ui::SearchBox([this](const QString& typed, ui::SearchBox::Answer answer) { asked.push_back({typed, answer}); },
                            navigator, &window);
    column->addWidget(box);
    column->addWidget(other);
    window.show();
    window.activateWindow();
    box->takeFocus();
    QCoreApplication::processEvents();
  }

  QLineEdit* edit() const { return box->edit(); }
  QListView* list() { return window.findChild<QListView*>(QStringLiteral("searchResults")); }
  // Typed by a person: the text is there, without the pace of a machine.
  void type(const QString& text) { edit()->setText(text); }
  void answer(std::size_t question, std::vector<desk::Found> results) { asked.at(question).answer(std::move(results)); }
  QString current() { return list()->currentIndex().data().toString(); }

  testkit::RecordingNavigator navigator;
  std::vector<Question> asked;
  QWidget window;
  ui::SearchBox* box = nullptr;
  QLineEdit* other = nullptr;
};

}  // namespace

TEST_CASE("an answer that is older than the text in the search box is dropped", "[ui][search]") {
  Window w;
  w.type(QStringLiteral("z"));
  w.type(QStringLiteral("zs"));
  REQUIRE(w.asked.size() == 2);

  w.answer(1, {found(Kind::person, 2, "张三", "initials")});
  w.answer(0, {found(Kind::person, 1, "赵一", "initials")});

  CHECK(w.current() == QStringLiteral("张三"));
}

TEST_CASE("while two questions are on their way the search box keeps only the newest text", "[ui][search]") {
  Window w;
  for (const char* text : {"z", "zh", "zha", "zhan", "zhang"}) w.type(QString::fromLatin1(text));
  REQUIRE(w.asked.size() == 2);
  w.answer(0, {});
  REQUIRE(w.asked.size() == 3);
  CHECK(w.asked[2].typed == QStringLiteral("zhang"));
  w.answer(1, {});
  CHECK(w.asked.size() == 3);
  w.answer(2, {found(Kind::person, 1, "张三", "pinyin")});
  CHECK(w.box->isOpen());
}

TEST_CASE("people, firms and cases stand in groups, and the arrows pass over the headings", "[ui][search]") {
  Window w;
  w.type(QStringLiteral("li"));
  w.answer(0, {found(Kind::person, 1, "李一", "pinyin"), found(Kind::case_, 2, "Licence", "text"),
               found(Kind::person, 3, "李三", "pinyin"), found(Kind::organisation, 4, "Li & Co", "name")});

  std::vector<QString> walked{w.current()};
  for (int i = 0; i < 4; ++i) {
    QTest::keyClick(w.edit(), Qt::Key_Down);
    walked.push_back(w.current());
  }
  CHECK(walked == std::vector<QString>{QStringLiteral("李一"), QStringLiteral("李三"), QStringLiteral("Licence"),
                                       QStringLiteral("Li & Co"), QStringLiteral("Li & Co")});
  CHECK(w.edit()->hasFocus());
}

TEST_CASE("Enter opens what is chosen: a person, a firm or a case", "[ui][search]") {
  Window w;
  w.type(QStringLiteral("li"));
  w.answer(0, {found(Kind::person, 1, "李一", "pinyin"), found(Kind::case_, 2, "Licence", "text")});
  SECTION("the first line is the person") {
    QTest::keyClick(w.edit(), Qt::Key_Return);
    CHECK(w.navigator.parties == std::vector{domain::PartyId{entity(1).uuid}});
  }
  SECTION("one further down is the case") {
    QTest::keyClick(w.edit(), Qt::Key_Down);
    QTest::keyClick(w.edit(), Qt::Key_Return);
    CHECK(w.navigator.cases == std::vector{domain::CaseId{entity(2).uuid}});
  }
  CHECK(w.edit()->text().isEmpty());
  CHECK_FALSE(w.box->isOpen());
}

TEST_CASE("Enter that comes before the answer waits for it", "[ui][search]") {
  Window w;
  w.type(QStringLiteral("li"));
  QTest::keyClick(w.edit(), Qt::Key_Return);
  CHECK(w.navigator.parties.empty());
  w.answer(0, {found(Kind::person, 1, "李一", "pinyin")});
  CHECK(w.navigator.parties.size() == 1);
}

TEST_CASE("a scanned number opens the one who has it, not whoever stands first", "[ui][search][scanner]") {
  Window w;
  QTest::keyClicks(w.edit(), QStringLiteral("110101199003077778"));
  QTest::keyClick(w.edit(), Qt::Key_Return);
  REQUIRE(w.asked.back().typed != QString());
  while (w.asked.back().typed != w.edit()->text()) w.answer(w.asked.size() - 2, {});
  w.answer(w.asked.size() - 1, {found(Kind::case_, 7, "mentions it", "text"), found(Kind::person, 9, "王*", "identifier")});
  CHECK(w.navigator.cases.empty());
  CHECK(w.navigator.parties == std::vector{domain::PartyId{entity(9).uuid}});
}

TEST_CASE("a scanned number that nobody has, or two have, opens nothing by itself", "[ui][search][scanner]") {
  Window w;
  QTest::keyClicks(w.edit(), QStringLiteral("110101199003077778"));
  QTest::keyClick(w.edit(), Qt::Key_Return);
  while (w.asked.back().typed != w.edit()->text()) w.answer(w.asked.size() - 2, {});
  SECTION("nobody: registering is offered, not done") {
    w.answer(w.asked.size() - 1, {});
    CHECK(w.current().contains(QStringLiteral("110101199003077778")));
  }
  SECTION("two: both are shown") {
    w.answer(w.asked.size() - 1, {found(Kind::person, 1, "王*", "identifier"), found(Kind::person, 2, "李*", "identifier")});
  }
  CHECK(w.navigator.parties.empty());
  CHECK(w.navigator.registered.empty());
  CHECK(w.box->isOpen());
}

TEST_CASE("when nobody is found, the last line registers what was typed", "[ui][search]") {
  Window w;
  w.type(QStringLiteral("欧阳小明"));
  w.answer(0, {found(Kind::case_, 1, "欧阳小明的申请", "text")});
  QTest::keyClick(w.edit(), Qt::Key_Down);
  CHECK(w.current().contains(QStringLiteral("欧阳小明")));
  QTest::keyClick(w.edit(), Qt::Key_Return);
  CHECK(w.navigator.registered == std::vector{QStringLiteral("欧阳小明")});
}

TEST_CASE("while an input method composes, nothing is searched and the focus stays", "[ui][search][ime]") {
  Window w;
  QInputMethodEvent composing(QStringLiteral("zhang"), {});
  QCoreApplication::sendEvent(w.edit(), &composing);
  CHECK(w.asked.empty());
  CHECK_FALSE(w.box->isOpen());

  QInputMethodEvent done;
  done.setCommitString(QStringLiteral("张"));
  QCoreApplication::sendEvent(w.edit(), &done);
  REQUIRE(w.asked.size() == 1);
  CHECK(w.asked[0].typed == QStringLiteral("张"));
  w.answer(0, {found(Kind::person, 1, "张三", "name")});
  CHECK(w.box->isOpen());
  CHECK(w.edit()->hasFocus());
}

TEST_CASE("Esc closes the list and keeps what was typed", "[ui][search]") {
  Window w;
  w.type(QStringLiteral("li"));
  w.answer(0, {found(Kind::person, 1, "李一", "pinyin")});
  REQUIRE(w.box->isOpen());
  QTest::keyClick(w.edit(), Qt::Key_Escape);
  CHECK_FALSE(w.box->isOpen());
  CHECK(w.edit()->text() == QStringLiteral("li"));
  QTest::keyClick(w.edit(), Qt::Key_Down);
  CHECK(w.box->isOpen());
}

TEST_CASE("an answer that comes after the clerk went elsewhere opens nothing over the work", "[ui][search]") {
  Window w;
  w.type(QStringLiteral("li"));
  w.other->setFocus();
  w.answer(0, {found(Kind::person, 1, "李一", "pinyin")});
  CHECK_FALSE(w.box->isOpen());
  CHECK(w.other->hasFocus());
}

TEST_CASE("whatever is typed is only text", "[ui][search][hostile]") {
  Window w;
  const QString hostile = QStringLiteral("' OR 1=1; DROP TABLE party --\"*NEAR(<b>x</b>)");
  w.type(hostile);
  REQUIRE(w.asked.size() == 1);
  CHECK(w.asked[0].typed == hostile);
  w.answer(0, {});
  CHECK(w.current().contains(hostile));
}

TEST_CASE("an empty box asks nothing and shows nothing", "[ui][search]") {
  Window w;
  w.type(QStringLiteral("   "));
  CHECK(w.asked.empty());
  w.type(QStringLiteral("li"));
  w.type(QString());
  w.answer(0, {found(Kind::person, 1, "李一", "pinyin")});
  CHECK_FALSE(w.box->isOpen());
}

TEST_CASE("where nobody was found the centre can be asked, by the list or by one key, if there is a centre",
          "[ui][search][register]") {
  Window w;
  w.type(QStringLiteral("王小明"));
  w.answer(0, {});
  CHECK(w.list()->model()->rowCount() == 1);
  QTest::keyClick(w.edit(), Qt::Key_Return, Qt::ControlModifier);
  CHECK(w.navigator.askedCentre.empty());

  w.box->setHasCentre([] { return true; });
  w.type(QStringLiteral("110101199003070038"));
  w.answer(1, {});
  CHECK(w.list()->model()->rowCount() == 2);
  SECTION("by the list") {
    QTest::keyClick(w.edit(), Qt::Key_Down);
    CHECK(w.current().contains(QLatin1String("Ask the centre")));
    QTest::keyClick(w.edit(), Qt::Key_Return);
  }
  SECTION("by the key") {
    QTest::keyClick(w.edit(), Qt::Key_Return, Qt::ControlModifier);
  }
  CHECK(w.navigator.askedCentre == std::vector{QStringLiteral("110101199003070038")});
  CHECK(w.edit()->text().isEmpty());
}
