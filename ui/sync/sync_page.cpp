// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/empty_state.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "sync/sync_actions.h"
#include "sync/sync_list.h"
#include "sync/sync_model.h"
#include "sync/sync_watch.h"
#include "sync/sync_words.h"

namespace ow::ui {

namespace {

using Phase = desk::SyncView::Phase;
constexpr std::chrono::seconds kClearFor{15};

QLabel* wrapped(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

Look lookOfPhase(Phase phase) {
  if (phase == Phase::refused || phase == Phase::broken) return Look::danger;
  return Look::warning;
}

bool isListTheSame(const desk::SyncView& a, const desk::SyncView& b) {
  return a.hasCentre() == b.hasCentre() && a.waiting == b.waiting && a.sent == b.sent && a.refused == b.refused &&
         a.troubled == b.troubled && a.openConflicts == b.openConflicts && a.openProposals == b.openProposals;
}

}  // namespace

SyncPage::SyncPage(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : Page(bridge, navigator, parent),
      m_watch(new SyncWatch(bridge, this)),
      m_model(new SyncModel(
          [this](SyncPlace from, std::size_t limit, SyncModel::Answer answer) {
            this->bridge().run(
                Lane::read, this,
                [from, limit, last = lastSection()](desk::Desk& desk) { return readSyncRows(desk, from, limit, last); },
                std::move(answer));
          },
          bridge.desk().zone(), this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Space::large), px(Space::medium), px(Space::large), px(Space::medium));
  column->setSpacing(px(Space::medium));
  column->addWidget(makeStanding());
  column->addWidget(makeList(), 1);
  m_actions = new SyncActions(this);
  column->addWidget(m_actions);
  connectList();
  connect(m_watch, &SyncWatch::viewChanged, this, &SyncPage::whenViewed);
  connect(&bridge, &Bridge::changed, this, [this](const desk::Changed& what) {
    if (what.conflicts) reload();
  });
  m_hide.setSingleShot(true);
  m_hide.setInterval(kClearFor);
  connect(&m_hide, &QTimer::timeout, m_model, &SyncModel::hideClear);
  showStanding();
}

QWidget* SyncPage::makeStanding() {
  auto* card = new Card({}, this);
  m_sentence = wrapped(QStringLiteral("syncSentence"), card);
  m_sentence->setFont(ui::font(TextRole::heading));
  m_figures = wrapped(QStringLiteral("syncFigures"), card);
  m_scopes = wrapped(QStringLiteral("syncScopes"), card);
  setLook(m_figures, Look::quiet);
  setLook(m_scopes, Look::quiet);
  m_warning = wrapped(QStringLiteral("syncWarning"), card);
  setLook(m_warning, Look::warning);
  m_now = new QPushButton(tr("Sync now (S)"), card);
  m_now->setObjectName(QStringLiteral("syncNow"));
  m_now->setAccessibleName(tr("Sync now"));
  m_pause = new QPushButton(card);
  m_pause->setObjectName(QStringLiteral("syncPause"));
  connect(m_now, &QPushButton::clicked, this, &SyncPage::syncNow);
  connect(m_pause, &QPushButton::clicked, this, &SyncPage::pauseOrGoOn);
  auto* first = new QHBoxLayout;
  first->setSpacing(px(Space::small));
  first->addWidget(m_sentence, 1);
  first->addWidget(m_now, 0, Qt::AlignTop);
  first->addWidget(m_pause, 0, Qt::AlignTop);
  card->body()->addLayout(first);
  for (QLabel* label : {m_figures, m_scopes, m_warning}) card->body()->addWidget(label);
  return card;
}

QWidget* SyncPage::makeList() {
  m_list = new SyncList(*m_model, this);
  m_empty = new EmptyState(tr("Reading …"), this);
  m_stack = new QStackedWidget(this);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(m_list);
  return m_stack;
}

void SyncPage::connectList() {
  connect(m_model, &SyncModel::reloaded, this, &SyncPage::showList);
  connect(m_model, &SyncModel::failed, this,
          [this](const base::Error& error) { navigator().notify(words::sentence(error), Navigator::Tone::failed); });
  connect(m_list, &SyncList::currentMoved, this, &SyncPage::follow);
  connect(m_list, &SyncList::rivalChosen, this, &SyncPage::settle);
  connect(m_list, &SyncList::acceptWanted, this, [this] { decide(Decision::accept); });
  connect(m_list, &SyncList::dismissWanted, this, [this] { decide(Decision::dismiss); });
  connect(m_list, &SyncList::revealWanted, this, &SyncPage::reveal);
  connect(m_list, &SyncList::openWanted, this, &SyncPage::openCurrent);
  connect(m_list, &SyncList::pauseWanted, this, &SyncPage::pauseOrGoOn);
  connect(m_list, &SyncList::syncWanted, this, &SyncPage::syncNow);
  connect(m_actions, &SyncActions::rivalChosen, this, &SyncPage::settle);
  connect(m_actions, &SyncActions::acceptChosen, this, [this] { decide(Decision::accept); });
  connect(m_actions, &SyncActions::dismissChosen, this, [this] { decide(Decision::dismiss); });
  connect(m_actions, &SyncActions::revealChosen, this, &SyncPage::reveal);
  connect(m_actions, &SyncActions::openChosen, this, &SyncPage::openCurrent);
}

QString SyncPage::title() const {
  return tr("Sync");
}

void SyncPage::takeFocus() {
  m_isFocusDue = m_stack->currentWidget() != m_list;
  if (!m_isFocusDue) return m_list->setFocus(Qt::OtherFocusReason);
  (m_now->isVisibleTo(this) ? static_cast<QWidget*>(m_now) : this)->setFocus(Qt::OtherFocusReason);
}

void SyncPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_watch->readNow();
  if (m_isStale) reload();
}

void SyncPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  m_hide.stop();
  m_model->hideClear();
}

void SyncPage::whenViewed() {
  showStanding();
  if (isListTheSame(m_seen, m_watch->view())) return;
  m_seen = m_watch->view();
  reload();
}

void SyncPage::showStanding() {
  const desk::SyncView& view = m_watch->view();
  const base::TimeZone& zone = bridge().desk().zone();
  const bool isTrouble = view.phase == Phase::away || view.phase == Phase::refused || view.phase == Phase::broken;
  m_sentence->setText(m_watch->isKnown() ? words::ofSync(view, bridge().desk().clock().now(), zone) : tr("Reading …"));
  if (isTrouble) {
    setLook(m_sentence, lookOfPhase(view.phase));
  } else if (m_sentence->property("look").isValid()) {
    m_sentence->setProperty("look", {});
    m_sentence->style()->polish(m_sentence);
  }
  m_figures->setVisible(view.hasCentre());
  m_figures->setText(words::figures(view));
  const QString scopes = words::ofScopes(view);
  m_scopes->setText(scopes);
  m_scopes->setVisible(view.hasCentre() && !scopes.isEmpty());
  const QString clock = words::clockWarning(view);
  m_warning->setText(clock);
  m_warning->setVisible(!clock.isEmpty());
  const bool isPaused = view.phase == Phase::paused;
  m_now->setVisible(bridge().syncing() != nullptr);
  m_pause->setVisible(bridge().syncing() != nullptr);
  m_pause->setText(isPaused ? tr("Go on (P)") : tr("Pause (P)"));
  m_pause->setAccessibleName(isPaused ? tr("Go on") : tr("Pause"));
}

// What a desk without a centre wrote waits for nothing.
SyncSection SyncPage::lastSection() const {
  return m_watch->view().hasCentre() ? SyncSection::sent : SyncSection::proposals;
}

void SyncPage::reload() {
  m_isStale = !isVisible();
  if (!m_isStale) m_model->reload();
}

void SyncPage::showList() {
  const bool isEmpty = m_model->rowCount() == 0;
  const bool hadFocus = m_list->hasFocus();
  m_empty->setSentence(m_watch->view().hasCentre()
                           ? tr("Nothing is to be settled and nothing waits.")
                           : tr("Once this desk belongs to a centre, what waits for it and what is to settle stand here."));
  m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_list);
  const int row = m_model->rowOf(m_current);
  m_list->selectRow(row >= 0 ? row : m_currentRow);
  if (isEmpty && hadFocus) return takeFocus();
  if (!isEmpty && std::exchange(m_isFocusDue, false) && (m_now->hasFocus() || hasFocus()))
    m_list->setFocus(Qt::OtherFocusReason);
}

void SyncPage::follow() {
  const SyncRow* row = m_list->currentRow();
  const bool mayDecide = !bridge().desk().isReadOnly();
  m_actions->show(row, mayDecide ? SyncActions::May::decide : SyncActions::May::onlyLook);
  if (row == nullptr) return;
  m_current = row->id();
  m_currentRow = m_list->currentIndex().row();
}

void SyncPage::syncNow() {
  if (const auto syncing = bridge().syncing()) syncing->syncNow();
}

void SyncPage::pauseOrGoOn() {
  const auto syncing = bridge().syncing();
  if (syncing == nullptr) return;
  m_watch->view().phase == Phase::paused ? syncing->resume() : syncing->pause();
}

void SyncPage::settle(int number) {
  const SyncRow* row = m_list->currentRow();
  const desk::OpenConflict* conflict = row != nullptr ? row->conflict() : nullptr;
  if (conflict == nullptr || m_isDeciding || number < 1 || static_cast<std::size_t>(number) > conflict->rivals.size()) return;
  m_isDeciding = true;
  bridge().run(
      Lane::write, this,
      [id = conflict->id, chosen = conflict->rivals[static_cast<std::size_t>(number) - 1].op](desk::Desk& desk) {
        return desk::settleConflict(desk, id, chosen);
      },
      [this](const base::Result<void>& done) {
        finish(done, tr("Settled. The value that you chose holds everywhere once it is sent."));
      });
}

void SyncPage::decide(Decision decision) {
  const SyncRow* row = m_list->currentRow();
  const desk::OpenProposal* proposal = row != nullptr ? row->proposal() : nullptr;
  if (proposal == nullptr || m_isDeciding) return;
  const bool isAccepted = decision == Decision::accept;
  if (isAccepted && !proposal->canAccept)
    return navigator().notify(words::ofProposalRefusal(*proposal), Navigator::Tone::warning);
  m_isDeciding = true;
  bridge().run(
      Lane::write, this,
      [id = proposal->id, isAccepted](desk::Desk& desk) {
        return isAccepted ? desk::acceptProposal(desk, id) : desk::dismissProposal(desk, id);
      },
      [this, isAccepted](const base::Result<void>& done) {
        finish(done, isAccepted ? tr("Accepted: it is done now, in your name.") : tr("Dismissed: everything stays as it is."));
      });
}

void SyncPage::finish(const base::Result<void>& done, const QString& sentence) {
  m_isDeciding = false;
  if (done) {
    navigator().notify(sentence, Navigator::Tone::done);
  } else {
    navigator().notify(words::sentence(done.error()), Navigator::Tone::failed);
  }
  reload();
}

void SyncPage::reveal() {
  const SyncRow* row = m_list->currentRow();
  const desk::OpenConflict* conflict = row != nullptr ? row->conflict() : nullptr;
  if (conflict == nullptr || !conflict->subject.party) return;
  bridge().run(
      Lane::write, this, [id = conflict->id](desk::Desk& desk) { return desk::showConflict(desk, id); },
      [this](const base::Result<desk::OpenConflict>& clear) {
        if (!clear) return navigator().notify(words::sentence(clear.error()), Navigator::Tone::failed);
        if (!isVisible()) return;
        m_model->showClear(clear.value());
        m_hide.start();
      });
}

void SyncPage::openCurrent() {
  const SyncRow* row = m_list->currentRow();
  if (row == nullptr) return;
  if (row->subject().caseId) return navigator().openCase(*row->subject().caseId);
  if (row->subject().party) navigator().openParty(*row->subject().party, desk::Purpose::correction);
}

}  // namespace ow::ui
