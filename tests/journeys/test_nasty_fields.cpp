// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <memory>

#include "intake/core_text.h"
#include "journeys/clerk.h"
#include "kit/field_row.h"
#include "shell/pages.h"
#include "shell/search_results.h"
#include "testkit/hall.h"
#include "testkit/nasty_text.h"

// Every field of the window is found by looking, not by a list: a new one is tested from its first day. A field that keeps only
// texts of a certain shape is named below; every other one keeps what was typed or says at the field why not.

using namespace ow;
using journeys::Clerk;
using testkit::Hall;
using testkit::NastyText;

namespace {

constexpr int kPatience = 15000;
// Numbers, dates, addresses of machines, and searches for somebody or something that must then be chosen.
const QStringList kShaped{"partyIdentifier", "partyPhone",    "partyEmail", "partyBirthDate", "partyReason",
                          "contactParty",    "caseApplicant", "caseAgent",  "caseService"};

QString text(const std::u16string& units) {
  return QString::fromUtf16(units.data(), static_cast<qsizetype>(units.size()));
}

bool isEditable(const QWidget* widget) {
  if (const auto* line = qobject_cast<const QLineEdit*>(widget))
    return !line->isReadOnly() && qobject_cast<const QAbstractSpinBox*>(line->parentWidget()) == nullptr;
  if (const auto* plain = qobject_cast<const QPlainTextEdit*>(widget)) return !plain->isReadOnly();
  if (const auto* rich = qobject_cast<const QTextEdit*>(widget)) return !rich->isReadOnly();
  const auto* box = qobject_cast<const QComboBox*>(widget);
  return box != nullptr && box->isEditable();
}

bool hasLines(const QWidget* field) {
  return qobject_cast<const QPlainTextEdit*>(field) != nullptr || qobject_cast<const QTextEdit*>(field) != nullptr;
}

QString shown(const QWidget* field) {
  if (const auto* line = qobject_cast<const QLineEdit*>(field)) return line->text();
  if (const auto* plain = qobject_cast<const QPlainTextEdit*>(field)) return plain->document()->toRawText();
  return {};
}

// As a clerk does it: everything marked, then pasted over.
void paste(QWidget* field, const QString& what) {
  QGuiApplication::clipboard()->setText(what);
  if (auto* line = qobject_cast<QLineEdit*>(field)) {
    line->selectAll();
    what.isEmpty() ? line->clear() : line->paste();
  } else if (auto* plain = qobject_cast<QPlainTextEdit*>(field)) {
    plain->selectAll();
    what.isEmpty() ? plain->clear() : plain->paste();
  } else {
    FAIL("a kind of field that this test cannot fill yet");
  }
}

// QTextDocument takes U+FDD0 for a line break of its own, and the clerk sees one before anything is saved.
bool becomesLineBreak(const QWidget* field, const NastyText& nasty) {
  return hasLines(field) && nasty.text.find(u'\uFDD0') != std::u16string::npos;
}

struct Desk {
  Hall hall;
  domain::PartyId person = hall.addPerson("张三丰", "11010519491231002X", "13800138000");
  domain::ServiceId service = hall.addService("住房公积金提取", {3, domain::LimitUnit::workingDay});
  std::unique_ptr<Clerk> clerk = std::make_unique<Clerk>(hall.sharedDesk());

  std::int64_t operations() {
    return hall.store().read().value().connection().integer("SELECT count(*) FROM operation").value();
  }
  // Every text that was written after that many operations.
  QStringList written(std::int64_t after) {
    auto reader = hall.store().read();
    auto row = reader.value().connection().prepare("SELECT changes FROM operation ORDER BY seq LIMIT -1 OFFSET ?1");
    row.value().bindInt(1, after);
    QStringList all;
    while (row.value().step().value()) collect(QJsonDocument::fromJson(QByteArray::fromStdString(row.value().text(0))), all);
    return all;
  }
  static void collect(const QJsonDocument& changes, QStringList& into) {
    if (changes.isArray()) collect(QJsonValue(changes.array()), into);
    if (changes.isObject()) collect(QJsonValue(changes.object()), into);
  }
  static void collect(const QJsonValue& value, QStringList& into) {
    if (value.isString()) into << value.toString();
    for (const QJsonValue& one : value.toArray()) collect(one, into);
    for (const QJsonValue& one : value.toObject()) collect(one, into);
  }

  // The form in front, with everything in it that it needs.
  void open(const QString& kind) {
    if (kind == ui::kind::kNewParty) clerk->window().newParty({});
    if (kind == ui::kind::kNewContact) clerk->window().newContact(person, std::nullopt);
    if (kind == ui::kind::kNewCase) clerk->window().newCase(person);
    REQUIRE(clerk->sees(kind));
    if (kind == ui::kind::kNewCase) chooseService();
    if (kind == ui::kind::kNewParty) paste(clerk->here<QWidget>("partyName"), QStringLiteral("某人"));
    if (kind == ui::kind::kNewContact) paste(clerk->here<QWidget>("contactSubject"), QStringLiteral("某事"));
  }
  void chooseService() {
    REQUIRE(clerk->canUse("caseService"));
    auto* edit = clerk->here<QLineEdit>("caseService");
    edit->setFocus();
    edit->clear();
    clerk->type("gjj");
    REQUIRE(clerk->take("caseServiceList"));
  }

  std::vector<QWidget*> fields() {
    std::vector<QWidget*> found;
    for (QWidget* widget : clerk->page()->findChildren<QWidget*>())
      if (isEditable(widget) && widget->isVisibleTo(clerk->page())) found.push_back(widget);
    return found;
  }

  // A sentence at a field, or below the form, that says that nothing was written.
  bool saysNo() {
    for (const ui::FieldRow* row : clerk->page()->findChildren<ui::FieldRow*>())
      if (row->field()->property("invalid").toBool() && !row->message().isEmpty()) return true;
    for (const QLabel* label : clerk->page()->findChildren<QLabel*>())
      if (label->objectName().endsWith(QLatin1String("Message")) && label->isVisible() && !label->text().isEmpty()) return true;
    return false;
  }
  enum class End { registered, refused, neither };
  End submit() {
    const ui::Page* form = clerk->page();
    const QPointer<const ui::Page> guard(form);
    const auto isGone = [&] { return guard.isNull() || clerk->page() != form; };
    REQUIRE(QTest::qWaitFor([&] { return clerk->page()->accept(); }, 100));
    (void)QTest::qWaitFor([&] { return isGone() || saysNo(); }, kPatience);
    return isGone() ? End::registered : saysNo() ? End::refused : End::neither;
  }
};

const QStringList& forms() {
  static const QStringList kAll{ui::kind::kNewParty, ui::kind::kNewContact, ui::kind::kNewCase};
  return kAll;
}

}  // namespace

TEST_CASE("strange but true words are stored to the code point by every field for free text", "[journey][nasty]") {
  Desk desk;
  for (const QString& kind : forms())
    for (const NastyText& nasty : testkit::strangeButTrue()) {
      INFO(kind.toStdString() << ": " << nasty.what);
      desk.open(kind);
      const std::int64_t before = desk.operations();
      qsizetype filled = 0;
      for (QWidget* field : desk.fields()) {
        if (kShaped.contains(field->objectName())) continue;
        paste(field, text(nasty.text));
        ++filled;
      }
      REQUIRE(filled > 0);
      REQUIRE(desk.submit() == Desk::End::registered);
      CHECK(desk.written(before).count(text(nasty.keeps())) >= filled);
      while (desk.clerk->window().pages().size() > 1) desk.clerk->window().closePage(desk.clerk->window().pages().back());
    }
}

TEST_CASE("what no store may hold is refused at its field in words, stays there as it was typed, and is never written",
          "[journey][nasty]") {
  Desk desk;
  std::vector<NastyText> all = testkit::neverKept();
  all.insert(all.end(), testkit::ofSeveralLines().begin(), testkit::ofSeveralLines().end());
  for (const QString& kind : forms()) {
    desk.open(kind);
    const std::int64_t before = desk.operations();
    for (QWidget* field : desk.fields()) {
      const QString good = shown(field);
      for (const NastyText& nasty : all) {
        const bool isLineBreak = &nasty - all.data() >= std::ptrdiff_t(testkit::neverKept().size());
        if ((isLineBreak && hasLines(field)) || becomesLineBreak(field, nasty)) continue;  // kept there: the test below
        INFO(kind.toStdString() << ", " << field->objectName().toStdString() << ": " << nasty.what);
        paste(field, text(nasty.text));
        const QString typed = shown(field);
        CHECK(desk.submit() == Desk::End::refused);
        REQUIRE(desk.operations() == before);
        CHECK(shown(field) == typed);
        paste(field, good);
        if (field->objectName() == QLatin1String("caseService")) desk.chooseService();
      }
    }
    desk.clerk->window().closePage(desk.clerk->page());
  }
}

TEST_CASE("line breaks and TAB are kept where there are lines", "[journey][nasty]") {
  Desk desk;
  for (const QString& kind : forms())
    for (const NastyText& nasty : testkit::ofSeveralLines()) {
      INFO(kind.toStdString() << ": " << nasty.what);
      desk.open(kind);
      const std::int64_t before = desk.operations();
      for (QWidget* field : desk.fields())
        if (hasLines(field)) paste(field, text(nasty.text));
      REQUIRE(desk.submit() == Desk::End::registered);
      CHECK(desk.written(before).contains(text(nasty.keeps())));
      while (desk.clerk->window().pages().size() > 1) desk.clerk->window().closePage(desk.clerk->window().pages().back());
    }
}

TEST_CASE("a note on a case keeps what is true and refuses what is not text", "[journey][nasty]") {
  Desk desk;
  const auto opened = desk.hall.openCase(desk.service, desk.person);
  desk.clerk->window().openCase(opened.id);
  REQUIRE(desk.clerk->sees(ui::kind::kCase));
  REQUIRE(desk.clerk->canUse("caseNote"));
  auto* note = desk.clerk->here<QPlainTextEdit>("caseNote");
  const auto* notice = desk.clerk->part<QLabel>("notice");
  const auto save = [&](const NastyText& nasty) {
    desk.clerk->window().notify(QStringLiteral("before"), ui::Navigator::Tone::warning);
    paste(note, text(nasty.text));
    note->setFocus();
    desk.clerk->press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return !notice->text().contains(QStringLiteral("before")); }, kPatience));
  };
  for (const NastyText& nasty : testkit::strangeButTrue()) {
    INFO(nasty.what);
    const std::int64_t before = desk.operations();
    save(nasty);
    CHECK(desk.written(before).contains(text(nasty.keeps())));
    REQUIRE(QTest::qWaitFor([&] { return note->document()->isEmpty(); }, kPatience));
  }
  const std::int64_t before = desk.operations();
  for (const NastyText& nasty : testkit::neverKept()) {
    INFO(nasty.what);
    if (becomesLineBreak(note, nasty)) continue;
    save(nasty);
    CHECK(desk.operations() == before);
    CHECK_FALSE(note->document()->isEmpty());
  }
}

TEST_CASE("the reason of a step and the number of another case are judged like every other text", "[journey][nasty]") {
  Desk desk;
  const auto opened = desk.hall.openCase(desk.service, desk.person);
  desk.clerk->window().openCase(opened.id);
  REQUIRE(desk.clerk->sees(ui::kind::kCase));
  REQUIRE(desk.clerk->canUse("caseAction_returned"));
  const auto* notice = desk.clerk->part<QLabel>("notice");
  const std::int64_t before = desk.operations();
  const auto tell = [&](QWidget* field, const NastyText& nasty, Qt::KeyboardModifiers held) {
    desk.clerk->window().notify(QStringLiteral("before"), ui::Navigator::Tone::warning);
    paste(field, text(nasty.text));
    field->setFocus();
    desk.clerk->press(Qt::Key_Return, held);
    REQUIRE(QTest::qWaitFor([&] { return !notice->text().contains(QStringLiteral("before")); }, kPatience));
  };
  auto* number = desk.clerk->here<QLineEdit>("caseLinkNumber");
  for (const auto* table : {&testkit::strangeButTrue(), &testkit::neverKept(), &testkit::ofSeveralLines()})
    for (const NastyText& nasty : *table) {
      INFO("link: " << nasty.what);
      tell(number, nasty, Qt::NoModifier);
      REQUIRE(desk.operations() == before);
    }
  desk.clerk->here<QAbstractButton>("caseAction_returned")->click();
  REQUIRE(desk.clerk->canUse("caseMoveText"));
  auto* reason = desk.clerk->here<QPlainTextEdit>("caseMoveText");
  for (const NastyText& nasty : testkit::neverKept()) {
    if (becomesLineBreak(reason, nasty)) continue;
    INFO("reason: " << nasty.what);
    tell(reason, nasty, Qt::ControlModifier);
    REQUIRE(desk.operations() == before);
    CHECK_FALSE(reason->document()->isEmpty());
  }
  const NastyText& last = testkit::strangeButTrue()[15];
  tell(reason, last, Qt::ControlModifier);
  CHECK(desk.written(before).contains(text(last.keeps())));
}

TEST_CASE("any text is only text in the search box and in the inbox filter", "[journey][nasty]") {
  Desk desk;
  auto* edit = desk.clerk->part<QLineEdit>("searchEdit");
  const auto* results = qobject_cast<const ui::SearchResults*>(desk.clerk->part<QAbstractItemView>("searchResults")->model());
  const std::int64_t before = desk.operations();
  edit->setFocus();
  for (const NastyText& nasty : testkit::searches()) {
    INFO(nasty.what);
    paste(edit, text(nasty.text));
    REQUIRE(QTest::qWaitFor([&] { return results->typed() == edit->text() || edit->text().trimmed().isEmpty(); }, kPatience));
    CHECK_FALSE(desk.clerk->part<QWidget>("searchPopup")->findChild<QLabel*>()->isVisible());  // no complaint
  }
  edit->clear();
  for (QWidget* field : desk.fields())
    for (const NastyText& nasty : testkit::searches()) {
      INFO(field->objectName().toStdString() << ": " << nasty.what);
      paste(field, text(nasty.text));
      QTest::keyClick(field, Qt::Key_Return);
    }
  CHECK(desk.operations() == before);
  CHECK(desk.clerk->searchAndOpen("zsf", ui::kind::kParty));
}
