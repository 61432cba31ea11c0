// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inbox_preview.h"

#include <QFrame>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

#include "cases/assign_panel.h"
#include "cases/case_actions.h"
#include "cases/case_header.h"
#include "cases/case_work.h"
#include "cases/clock_sentence.h"
#include "cases/move_panel.h"
#include "cases/note_editor.h"
#include "cases/timeline_view.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/empty_state.h"
#include "kit/page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {
constexpr std::chrono::milliseconds kFollowPause{60};
}

InboxPreview::InboxPreview(Bridge& bridge, Navigator& navigator, CaseWork& work, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_navigator(navigator), m_work(work) {
  setObjectName(QStringLiteral("inboxPreview"));
  auto* card = new Card({}, this);
  m_content = card;
  m_header = new CaseHeader(bridge.desk().clock(), bridge.desk().zone(), CaseHeader::Detail::brief, card);
  m_clock = new QLabel(card);
  m_clock->setObjectName(QStringLiteral("previewClock"));
  m_clock->setTextFormat(Qt::PlainText);
  m_clock->setWordWrap(true);
  setLook(m_clock, Look::quiet);
  m_settle = new QLabel(card);
  m_settle->setObjectName(QStringLiteral("previewToSettle"));
  m_settle->setTextFormat(Qt::PlainText);
  m_settle->setWordWrap(true);
  setLook(m_settle, Look::warning);
  m_settle->hide();
  m_actions = new CaseActions(CaseActions::Detail::brief, card);
  m_note = new NoteEditor(bridge, card);
  m_assign = new AssignPanel(bridge, card);
  m_timeline = new TimelineView(bridge.desk().zone(), CaseNaming::silent, card);
  m_timeline->setObjectName(QStringLiteral("previewStory"));
  card->body()->setSpacing(px(Space::medium));
  for (QWidget* part : {static_cast<QWidget*>(m_header), static_cast<QWidget*>(m_settle), static_cast<QWidget*>(m_clock),
                        static_cast<QWidget*>(m_actions), static_cast<QWidget*>(m_assign), static_cast<QWidget*>(m_note)})
    card->body()->addWidget(part);
  card->body()->addWidget(m_timeline, 1);
  card->body()->setStretchFactor(m_assign, 1);
  m_note->hide();
  m_empty = new EmptyState(tr("Choose a case in the list to see what it is about."), this);
  m_stack = new QStackedLayout(this);
  m_stack->setContentsMargins(0, 0, 0, 0);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(m_content);

  m_pause.setSingleShot(true);
  m_pause.setInterval(kFollowPause);
  connect(&m_pause, &QTimer::timeout, this, &InboxPreview::load);
  connect(m_header, &CaseHeader::citizenChosen, this,
          [this](domain::PartyId id) { m_navigator.openParty(id, desk::Purpose::caseWork); });
  connect(m_actions, &CaseActions::chosen, this, &InboxPreview::act);
  connect(m_actions, &CaseActions::finishChosen, this, [this] { m_navigator.openCase(m_row.id); });
  connect(m_actions, &CaseActions::takeChosen, this, [this] { m_work.take(m_row.id, number()); });
  connect(m_actions, &CaseActions::assignChosen, this, &InboxPreview::assign);
  connect(m_assign, &AssignPanel::left, this, [this] {
    m_timeline->show();
    emit left();
  });
  connect(m_assign, &AssignPanel::chosen, this, [this](const desk::Colleague& to) {
    m_timeline->show();
    m_work.assign(m_row.id, to, number());
    emit left();
  });
  connect(m_note, &NoteEditor::restored, m_note, &QWidget::show);
  connect(m_note, &NoteEditor::submitted, this, [this](const std::string& text) {
    if (m_noteOf) return;
    m_noteOf = m_row.id;
    m_work.addNote(m_row.id, text, m_note->draft(), number());
  });
  connect(m_note, &NoteEditor::left, this, [this] {
    m_note->setVisible(m_note->hasText());
    emit left();
  });
  connect(&m_work, &CaseWork::finished, this, [this](domain::CaseId id, bool wasDone) {
    if (m_noteOf != id) return;
    m_noteOf.reset();
    if (!wasDone || id != m_row.id) return;
    m_note->settle();
    m_note->hide();
    emit left();
  });
}

void InboxPreview::show(const desk::InboxRow& row) {
  const bool isOther = row.id != m_row.id;
  m_row = row;
  m_stack->setCurrentWidget(m_content);
  m_header->show(row);
  showToSettle();
  if (!isOther) return;
  m_page.reset();
  m_clock->clear();
  m_note->hide();
  m_assign->hide();
  m_timeline->show();
  m_timeline->setEmptySentence(tr("Reading …"));
  m_timeline->setItems({});
  m_actions->hide();
  m_pause.start();
}

void InboxPreview::clear() {
  m_row = {};
  m_page.reset();
  m_pause.stop();
  m_stack->setCurrentWidget(m_empty);
}

void InboxPreview::reload() {
  if (!m_row.id.isNil() && !m_pause.isActive()) load();
}

void InboxPreview::refreshTime() {
  m_header->refreshTime();
}

void InboxPreview::writeNote() {
  if (m_row.id.isNil()) return;
  m_note->setCase(m_row.id);
  m_note->show();
  m_note->takeFocus();
}

void InboxPreview::assign() {
  if (m_row.id.isNil() || m_bridge.desk().isReadOnly() || !domain::isOpen(m_row.state) || m_work.isBusy()) return;
  m_timeline->hide();  // the list of colleagues needs its room
  m_assign->open();
}

bool InboxPreview::hasUnfinishedText() const {
  return m_note->hasText();
}

void InboxPreview::load() {
  if (m_isLoading) {
    m_isReloadDue = true;
    return;
  }
  m_isLoading = true;
  m_isReloadDue = false;
  m_bridge.run(
      Lane::read, this, [id = m_row.id](desk::Desk& desk) { return desk::openCasePage(desk, id); },
      [this, id = m_row.id](base::Result<desk::CasePage> page) {
        m_isLoading = false;
        if (id == m_row.id) receive(std::move(page));
        if (m_isReloadDue) load();
      });
}

void InboxPreview::receive(base::Result<desk::CasePage> page) {
  if (!page) {
    m_timeline->setEmptySentence(words::sentence(page.error()));
    return m_timeline->setItems({});
  }
  m_page = std::move(page).value();
  m_row = m_page->row;
  m_header->show(*m_page);
  showToSettle();
  if (m_page->clock) {
    m_clock->setText(explained(*m_page->clock, m_bridge.desk().zone()).rule);
  } else {
    m_clock->setText(m_row.dueAt ? tr("Due on %1.").arg(words::dateTime(*m_row.dueAt, m_bridge.desk().zone()))
                                 : tr("No time limit is promised for this service."));
  }
  m_actions->show();
  m_actions->show(*m_page);
  m_note->setCase(m_row.id);  // an unfinished note of this case comes back by itself
  m_note->setRefusal(m_bridge.desk().isReadOnly() ? words::ofWhy("read_only") : QString());
  m_timeline->setEmptySentence(tr("Nothing has happened yet."));
  m_timeline->setItems(m_page->story);
}

void InboxPreview::showToSettle() {
  const auto count = static_cast<int>(m_row.toSettle);
  m_settle->setText(tr("◆ %n conflict(s) or late work to settle: F5", nullptr, count));
  m_settle->setVisible(count > 0);
}

// What needs an outcome or a reason is said on the case's own page.
void InboxPreview::act(domain::CaseEventKind event) {
  if (!m_page || m_work.isBusy()) return;
  if (asksOutcome(event) || asksText(event)) return m_navigator.openCase(m_row.id);
  m_work.move(desk::Move{m_row.id, event, m_row.state, std::nullopt, {}}, number());
}

}  // namespace ow::ui
