// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/central_search_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

#include "intake/choice_row.h"
#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/column_page.h"
#include "kit/field_row.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "register/candidate_row.h"

namespace ow::ui {

namespace {

using domain::SearchBy;

constexpr std::array kPurposes{desk::Purpose::enquiry, desk::Purpose::verification, desk::Purpose::appeal,
                               desk::Purpose::correction, desk::Purpose::statistics};

QString word(std::string_view code) {
  return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
}

QString nameOf(SearchBy by) {
  switch (by) {
    case SearchBy::identifier:
      return CentralSearchPage::tr("ID number or credit code");
    case SearchBy::phone:
      return CentralSearchPage::tr("Phone");
    case SearchBy::name:
      return CentralSearchPage::tr("Name and date of birth");
  }
  return {};
}

}  // namespace

CentralSearchPage::CentralSearchPage(Bridge& bridge, Navigator& navigator, const QString& typed, QWidget* parent)
    : Page(bridge, navigator, parent),
      m_by(new ChoiceRow(QStringLiteral("centralBy"), tr("Look by"), this)),
      m_purpose(new ChoiceRow(QStringLiteral("centralPurpose"), tr("Purpose"), this)),
      m_typed(new QLineEdit(this)),
      m_birthDate(new QLineEdit(this)),
      m_ask(new QPushButton(tr("&Ask the centre (F9)"), this)),
      m_message(new QLabel(this)),
      m_found(new Card(tr("Found at the centre"), this)),
      m_rows(new QVBoxLayout) {
  build();
  beginWith(typed);
  connect(m_by, &ChoiceRow::changed, this, &CentralSearchPage::onBy);
  connect(m_purpose, &ChoiceRow::changed, this, [this] { m_purposeRow->clearMessage(); });
  for (QLineEdit* edit : {m_typed, m_birthDate})
    connect(edit, &QLineEdit::textChanged, this, [this] {
      m_typedRow->clearMessage();
      m_birthDateRow->clearMessage();
      if (!m_isBusy) clearFound();
    });
  connect(m_ask, &QPushButton::clicked, this, &CentralSearchPage::ask);
  connect(&bridge, &Bridge::changed, this, [this](const desk::Changed& what) {
    if (m_awaited && what.parties.holds(*m_awaited)) openWhenHere();
  });
}

void CentralSearchPage::build() {
  auto* column = makeColumn(this, 820);
  column->addWidget(buildQuestion());
  m_rows->setSpacing(0);
  m_found->body()->addLayout(m_rows);
  m_found->hide();
  column->addWidget(m_found);
  column->addStretch();
  enterGoesOn(column->parentWidget());
}

QWidget* CentralSearchPage::buildQuestion() {
  auto* card = new Card(tr("Somebody whom this hall does not know"), this);
  auto* why =
      new QLabel(tr("The centre finds nobody by a part of a name or number. It writes down who asked, for whom and why, "
                    "before it answers."),
                 card);
  why->setTextFormat(Qt::PlainText);
  why->setWordWrap(true);
  setLook(why, Look::quiet);
  card->body()->addWidget(why);
  card->body()->addSpacing(px(Space::small));
  for (const SearchBy by : {SearchBy::identifier, SearchBy::phone, SearchBy::name})
    m_by->add(static_cast<int>(by), word(base::code(by)), nameOf(by));
  for (const desk::Purpose purpose : kPurposes)
    m_purpose->add(static_cast<int>(purpose), word(base::code(purpose)), words::of(purpose));
  m_typed->setObjectName(QStringLiteral("centralTyped"));
  m_typed->setMaxLength(200);
  m_birthDate->setObjectName(QStringLiteral("centralBirthDate"));
  m_birthDate->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
  m_birthDate->setPlaceholderText(QStringLiteral("1990-03-07"));
  m_typedRow = new FieldRow(nameOf(SearchBy::identifier), m_typed, card, FieldRow::Line::whenNeeded);
  m_birthDateRow = new FieldRow(tr("Date of birth"), m_birthDate, card, FieldRow::Line::whenNeeded);
  m_purposeRow = new FieldRow(tr("For what purpose do you look?"), m_purpose, card, FieldRow::Line::whenNeeded);
  auto* byRow = new FieldRow(tr("Look by"), m_by, card, FieldRow::Line::whenNeeded);
  for (QWidget* row : {static_cast<QWidget*>(byRow), static_cast<QWidget*>(m_typedRow), static_cast<QWidget*>(m_birthDateRow),
                       static_cast<QWidget*>(m_purposeRow)})
    card->body()->addWidget(row);

  m_ask->setObjectName(QStringLiteral("centralAsk"));
  m_ask->setAccessibleName(tr("Ask the centre"));
  m_ask->setAutoDefault(true);  // Enter presses it
  setLook(m_ask, Look::primary);
  m_message->setObjectName(QStringLiteral("centralMessage"));
  m_message->setTextFormat(Qt::PlainText);
  m_message->setWordWrap(true);
  auto* last = new QHBoxLayout;
  last->setSpacing(px(Space::large));
  last->addWidget(m_ask, 0, Qt::AlignTop);
  last->addWidget(m_message, 1, Qt::AlignVCenter);
  card->body()->addSpacing(px(Space::small));
  card->body()->addLayout(last);
  return card;
}

QString CentralSearchPage::kind() const {
  return QStringLiteral("central_search");
}

// What was found is not kept: it is a look at somebody, and the next one is asked for anew.
QJsonObject CentralSearchPage::state() const {
  return {{QStringLiteral("by"), word(base::code(by()))},
          {QStringLiteral("typed"), m_typed->text()},
          {QStringLiteral("birth_date"), m_birthDate->text()}};
}

void CentralSearchPage::restore(const QJsonObject& state) {
  const auto by = base::fromCode<SearchBy>(state.value(QStringLiteral("by")).toString().toStdString());
  m_by->choose(static_cast<int>(by.value_or(SearchBy::identifier)));
  m_typed->setText(state.value(QStringLiteral("typed")).toString());
  m_birthDate->setText(state.value(QStringLiteral("birth_date")).toString());
  onBy();
}

void CentralSearchPage::beginWith(const QString& typed) {
  m_by->choose(static_cast<int>(typed.isEmpty() ? SearchBy::identifier : desk::guessSearchBy(toCore(typed))));
  m_typed->setText(typed.trimmed());
  onBy();
}

void CentralSearchPage::takeFocus() {
  if (!m_candidates.empty()) return m_candidates.front()->button()->setFocus(Qt::OtherFocusReason);
  if (m_typed->text().isEmpty()) return m_typed->setFocus(Qt::OtherFocusReason);
  if (by() == SearchBy::name && m_birthDate->text().isEmpty()) return m_birthDate->setFocus(Qt::OtherFocusReason);
  m_purpose->setFocus(Qt::OtherFocusReason);
}

SearchBy CentralSearchPage::by() const {
  return static_cast<SearchBy>(std::max(0, m_by->value()));
}

void CentralSearchPage::onBy() {
  const bool isName = by() == SearchBy::name;
  m_typedRow->label()->setText(isName ? tr("Name, as on the paper") : nameOf(by()));
  m_typed->setAccessibleName(m_typedRow->label()->text());
  m_typed->setInputMethodHints(isName ? Qt::ImhNone : Qt::ImhLatinOnly | Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
  m_birthDateRow->setVisible(isName);
  m_typedRow->clearMessage();
  clearFound();
}

bool CentralSearchPage::accept() {
  ask();
  return true;
}

std::optional<desk::CentralSearch> CentralSearchPage::question() {
  desk::CentralSearch search;
  search.by = by();
  search.typed = toCore(m_typed->text());
  if (search.by == SearchBy::name) {
    search.birthDate = typedDate(m_birthDate->text());
    if (!search.birthDate) {
      m_birthDateRow->say(tr("The whole date is needed: year, month and day."), FieldRow::Tone::failed);
      m_birthDate->setFocus(Qt::OtherFocusReason);
      return std::nullopt;
    }
  }
  if (m_purpose->value() < 0) {
    m_purposeRow->say(tr("The centre answers only for a purpose."), FieldRow::Tone::failed);
    m_purpose->setFocus(Qt::OtherFocusReason);
    return std::nullopt;
  }
  search.purpose = static_cast<desk::Purpose>(m_purpose->value());
  return search;
}

void CentralSearchPage::ask() {
  if (m_isBusy) return;
  const auto search = question();
  if (!search) return;
  clearFound();
  m_askedFor = search->purpose;
  setBusy(true);
  say(tr("Asking the centre …"), Tone::quiet);
  bridge().run(
      Lane::centre, this,
      [syncing = bridge().syncing(), search = *search](desk::Desk& desk) {
        return desk::searchCentre(desk, syncing.get(), search);
      },
      [this](base::Result<desk::CentralFinding> found) { receive(std::move(found)); });
}

void CentralSearchPage::receive(base::Result<desk::CentralFinding> found) {
  setBusy(false);
  if (!found) return sayError(found.error());
  m_grant = found.value().grant;
  show(found.value().candidates);
}

void CentralSearchPage::show(const std::vector<domain::Candidate>& candidates) {
  if (candidates.empty()) {
    say(tr("No hall knows anybody like this. Register the person as new."), Tone::quiet);
    return m_typed->setFocus(Qt::OtherFocusReason);
  }
  say({}, Tone::quiet);
  for (const domain::Candidate& candidate : candidates) {
    auto* row = new CandidateRow(candidate, m_found);
    connect(row, &CandidateRow::chosen, this, [this, candidate] { choose(candidate); });
    m_rows->addWidget(row);
    m_candidates.push_back(row);
  }
  m_found->show();
  m_candidates.front()->button()->setFocus(Qt::OtherFocusReason);
}

void CentralSearchPage::clearFound() {
  for (CandidateRow* row : m_candidates) row->deleteLater();
  m_candidates.clear();
  m_found->hide();
  say({}, Tone::quiet);
}

void CentralSearchPage::choose(const domain::Candidate& candidate) {
  if (candidate.party) return navigator().openParty(*candidate.party, m_askedFor);
  if (m_isBusy || m_awaited) return;
  setBusy(true);
  say(tr("Taking %1 into this hall …").arg(fromCore(candidate.name)), Tone::quiet);
  bridge().run(
      Lane::centre, this,
      [syncing = bridge().syncing(), grant = m_grant, n = candidate.n](desk::Desk&) {
        return desk::takeIn(syncing.get(), grant, n);
      },
      [this](base::Result<domain::PartyId> party) { taken(std::move(party)); });
}

void CentralSearchPage::taken(base::Result<domain::PartyId> party) {
  setBusy(false);
  if (!party) return sayError(party.error());
  m_awaited = party.value();
  say(tr("Taken into this hall. The page opens as soon as the data are here."), Tone::quiet);
  openWhenHere();
}

// The rows may have come before the answer did.
void CentralSearchPage::openWhenHere() {
  bridge().run(
      Lane::read, this, [id = *m_awaited](desk::Desk& desk) { return desk::isHere(desk, id); },
      [this](const base::Result<bool>& isHere) {
        if (!m_awaited || !isHere || !isHere.value()) return;
        const domain::PartyId id = *m_awaited;
        m_awaited.reset();
        navigator().openParty(id, m_askedFor);
        navigator().closePage(this);
      });
}

void CentralSearchPage::setBusy(bool isBusy) {
  m_isBusy = isBusy;
  m_ask->setEnabled(!isBusy);
  for (CandidateRow* row : m_candidates) row->button()->setEnabled(!isBusy);
}

void CentralSearchPage::say(const QString& sentence, Tone tone) {
  m_message->setText(sentence);
  setLook(m_message, tone == Tone::quiet ? Look::quiet : tone == Tone::warning ? Look::warning : Look::danger);
}

void CentralSearchPage::sayError(const base::Error& error) {
  using enum base::ErrorKind;
  if (error.kind == centreAway || error.kind == cancelled)
    return say(tr("The centre does not answer now, so nobody beyond this hall can be found. You can register the person here: "
                  "the same number makes them one person later."),
               Tone::warning);
  if (error.kind == notFound) return say(tr("This desk works without a centre: there is nobody to ask."), Tone::warning);
  if (error.kind == invalidInput) {
    FieldRow* row = error.fact("field") == "birth_date" ? m_birthDateRow : m_typedRow;
    say({}, Tone::quiet);
    row->say(error.fact("rule") == "format" ? tr("Please type the whole of it.") : words::sentence(error),
             FieldRow::Tone::failed);
    return row->field()->setFocus(Qt::OtherFocusReason);
  }
  say(words::sentence(error), error.kind == notAllowed ? Tone::warning : Tone::failed);
}

// What a field does not take: Enter behind the last answer, and digits, which are the numbers of those found.
void CentralSearchPage::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && m_purpose->isAncestorOf(focusWidget())) return ask();  // the last answer was given
  const int n = event->key() - Qt::Key_0;
  const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (isPlain && n >= 1 && n <= 9 && static_cast<std::size_t>(n) <= m_candidates.size())
    return m_candidates[static_cast<std::size_t>(n) - 1]->button()->click();
  Page::keyPressEvent(event);
}

}  // namespace ow::ui
