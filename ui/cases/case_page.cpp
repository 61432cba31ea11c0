// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/case_page.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

#include "cases/assign_panel.h"
#include "cases/case_actions.h"
#include "cases/case_attachments.h"
#include "cases/case_documents.h"
#include "cases/case_header.h"
#include "cases/case_links.h"
#include "cases/case_receipt.h"
#include "cases/case_work.h"
#include "cases/clock_sentence.h"
#include "cases/move_panel.h"
#include "cases/note_editor.h"
#include "cases/one_line.h"
#include "cases/rating_request.h"
#include "cases/step_line.h"
#include "cases/timeline_view.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/empty_state.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using domain::CaseEventKind;
using domain::CaseState;

constexpr int kCaseShare = 620;
constexpr int kStoryShare = 380;
constexpr int kNarrowCase = 900;  // pixels at 100 %: below, the story stands under the case

// When each step was reached. The review's beginning and the way out stand only in the story.
std::vector<StepLine::Passed> passedSteps(const desk::CasePage& page) {
  std::vector<StepLine::Passed> passed{{CaseState::received, page.openedAt}};
  if (page.acceptedAt) passed.push_back({CaseState::accepted, *page.acceptedAt});
  if (page.decidedAt) passed.push_back({CaseState::decided, *page.decidedAt});
  if (page.closedAt) passed.push_back({CaseState::closed, *page.closedAt});
  for (const desk::TimelineItem& item : page.story) {
    if (item.event == CaseEventKind::reviewStarted) passed.push_back({CaseState::inReview, item.at});
    if (item.event == CaseEventKind::returned) passed.push_back({CaseState::returned, item.at});
    if (item.event == CaseEventKind::withdrawn) passed.push_back({CaseState::withdrawn, item.at});
  }
  return passed;
}

QLabel* proseLabel(QWidget* parent, const QString& name) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

CasePage::CasePage(Bridge& bridge, Navigator& navigator, domain::CaseId id, QWidget* parent)
    : CasePage(bridge, navigator, parent) {
  open(id);
}

CasePage::CasePage(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : Page(bridge, navigator, parent), m_work(new CaseWork(bridge, navigator, this)) {
  setObjectName(QStringLiteral("casePage"));
  m_splitter = new QSplitter(Qt::Horizontal, this);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setHandleWidth(px(Space::large));
  m_splitter->addWidget(makeCase());
  m_splitter->addWidget(makeStory());
  m_splitter->setStretchFactor(0, 1);
  m_splitter->setStretchFactor(1, 1);
  m_empty = new EmptyState(tr("Reading the case …"), this);
  m_stack = new QStackedWidget(this);
  auto* frame = new QVBoxLayout(this);
  frame->setContentsMargins(px(Space::large), px(Space::large), px(Space::large), px(Space::large));
  frame->addWidget(m_stack);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(m_splitter);
  connectParts();
}

QWidget* CasePage::makeCase() {
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFocusPolicy(Qt::NoFocus);
  auto* content = new QWidget(area);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, px(Space::hair), 0);
  column->setSpacing(px(Space::medium));

  auto* head = new Card({}, content);
  m_header = new CaseHeader(bridge().desk().clock(), bridge().desk().zone(), CaseHeader::Detail::full, head);
  m_steps = new StepLine(head);
  m_description = proseLabel(head, QStringLiteral("caseDescription"));
  m_actions = new CaseActions(CaseActions::Detail::full, head);
  m_rating = new RatingRequest(navigator().pad(), this);
  m_receipt = new CaseReceipt(bridge(), navigator(), this);
  auto* asking = new QHBoxLayout;
  asking->setSpacing(px(Space::medium));
  asking->addWidget(m_receipt);
  asking->addWidget(m_rating, 1);
  head->body()->setSpacing(px(Space::large));
  for (QWidget* part : {static_cast<QWidget*>(m_header), static_cast<QWidget*>(m_description), static_cast<QWidget*>(m_steps),
                        static_cast<QWidget*>(m_actions)})
    head->body()->addWidget(part);
  head->body()->addLayout(asking);
  column->addWidget(head);

  m_panel = new MovePanel(bridge(), content);
  m_panel->setObjectName(QStringLiteral("caseMovePanel"));
  column->addWidget(m_panel);
  m_assign = new AssignPanel(bridge(), content);
  column->addWidget(m_assign);

  m_clockCard = new Card(tr("Why it is due then"), content);
  m_clockRule = proseLabel(m_clockCard, QStringLiteral("caseClock"));
  m_clockReasons = proseLabel(m_clockCard, QStringLiteral("caseClockReasons"));
  setLook(m_clockReasons, Look::quiet);
  m_clockCard->body()->addWidget(m_clockRule);
  m_clockCard->body()->addWidget(m_clockReasons);
  column->addWidget(m_clockCard);

  auto* papers = new Card(tr("Documents"), content);
  m_documents = new CaseDocuments(bridge(), navigator(), papers);
  papers->body()->addWidget(m_documents);
  column->addWidget(papers);

  auto* files = new Card(tr("Attachments"), content);
  m_attachments = new CaseAttachments(bridge(), navigator(), files);
  files->body()->addWidget(m_attachments);
  column->addWidget(files);

  auto* more = new Card(tr("Priority and linked cases"), content);
  m_priority = new QComboBox(more);
  m_priority->setObjectName(QStringLiteral("casePriority"));
  m_priority->setAccessibleName(tr("Priority"));
  for (const auto priority : {domain::Priority::normal, domain::Priority::high, domain::Priority::urgent})
    m_priority->addItem(words::of(priority), static_cast<int>(priority));
  auto* label = new QLabel(tr("&Priority"), more);
  label->setBuddy(m_priority);
  auto* row = new QHBoxLayout;
  row->addWidget(label);
  row->addWidget(m_priority);
  row->addStretch(1);
  more->body()->addLayout(row);
  m_links = new CaseLinks(more);
  more->body()->addWidget(m_links);
  column->addWidget(more);
  column->addStretch(1);
  area->setWidget(content);
  area->setMinimumWidth(scaled(320));
  return area;
}

QWidget* CasePage::makeStory() {
  auto* side = new QWidget(this);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::medium));
  auto* writing = new Card(tr("New note"), side);
  m_note = new NoteEditor(bridge(), writing);
  writing->body()->addWidget(m_note);
  writing->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  auto* story = new Card(tr("Story of the case"), side);
  m_timeline = new TimelineView(bridge().desk().zone(), CaseNaming::silent, story);
  m_timeline->setObjectName(QStringLiteral("caseStory"));
  story->body()->addWidget(m_timeline, 1);
  column->addWidget(writing);
  column->addWidget(story, 1);
  side->setMinimumWidth(scaled(280));
  return side;
}

void CasePage::connectParts() {
  connect(m_header, &CaseHeader::citizenChosen, this,
          [this](domain::PartyId id) { navigator().openParty(id, desk::Purpose::caseWork); });
  connect(m_actions, &CaseActions::chosen, this, &CasePage::act);
  connect(m_actions, &CaseActions::finishChosen, this,
          [this] { m_panel->open(CaseEventKind::decided, MovePanel::Reach::toTheEnd); });
  connect(m_actions, &CaseActions::takeChosen, this, [this] { m_work->take(m_id, number()); });
  connect(m_actions, &CaseActions::giveBackChosen, this, [this] { m_work->giveBack(m_id, number()); });
  connect(m_actions, &CaseActions::assignChosen, this, &CasePage::assign);
  auto* assigning = new QShortcut(QKeySequence(Qt::Key_A), this);
  assigning->setContext(Qt::WidgetWithChildrenShortcut);
  connect(assigning, &QShortcut::activated, this, &CasePage::assign);
  auto* adding = new QShortcut(QKeySequence(Qt::Key_F7), this);
  adding->setContext(Qt::WidgetWithChildrenShortcut);
  connect(adding, &QShortcut::activated, m_attachments, &CaseAttachments::chooseFiles);
  auto* issuing = new QShortcut(QKeySequence(Qt::Key_F10), this);
  issuing->setContext(Qt::WidgetWithChildrenShortcut);
  connect(issuing, &QShortcut::activated, m_documents, &CaseDocuments::choose);
  connect(m_attachments, &CaseAttachments::left, this, [this] { m_actions->takeFocus(); });
  connect(m_assign, &AssignPanel::left, this, [this] { m_actions->takeFocus(); });
  connect(m_assign, &AssignPanel::chosen, this, [this](const desk::Colleague& to) {
    m_actions->takeFocus();
    if (!m_work->isBusy()) m_work->assign(m_id, to, number());
  });
  connect(m_panel, &MovePanel::confirmed, this, &CasePage::move);
  connect(m_panel, &MovePanel::cancelled, this, [this] {
    m_panel->hide();
    m_actions->takeFocus();
  });
  connect(m_note, &NoteEditor::submitted, this, [this](const std::string& text) {
    if (m_work->isBusy()) return;
    m_pending = Pending::note;
    m_work->addNote(m_id, text, m_note->draft(), number());
  });
  connect(m_note, &NoteEditor::left, this, [this] { m_actions->takeFocus(); });
  connect(m_links, &CaseLinks::caseChosen, this, [this](domain::CaseId id) { navigator().openCase(id); });
  connect(m_links, &CaseLinks::linkWanted, this, [this](const std::string& typed, domain::CaseLinkKind kind) {
    if (m_work->isBusy()) return;
    m_pending = Pending::link;
    m_work->linkTo(m_id, typed, kind, number());
  });
  connect(m_priority, &QComboBox::activated, this, [this](int row) {
    const auto priority = static_cast<domain::Priority>(m_priority->itemData(row).toInt());
    if (m_page && priority != m_page->row.priority) m_work->setPriority(m_id, priority, number());
  });
  connect(m_timeline, &TimelineView::caseActivated, this, [this](domain::CaseId id) {
    if (id != m_id) navigator().openCase(id);
  });
  connect(m_work, &CaseWork::finished, this, &CasePage::finished);
  connect(&bridge(), &Bridge::changed, this, [this](const desk::Changed& what) {
    if (isConcerned(what)) load();
  });
  connect(&m_minute, &QTimer::timeout, this, [this] { m_header->refreshTime(); });
  m_minute.start(std::chrono::seconds(30));
}

// The case itself, the names that stand on it, and what it is linked with.
bool CasePage::isConcerned(const desk::Changed& what) const {
  if (what.services || what.cases.holds(m_id) || !m_page) return true;
  for (const auto& party : {m_page->party, m_page->agent})
    if (party && what.parties.holds(*party)) return true;
  return std::any_of(m_page->links.begin(), m_page->links.end(), [&](const auto& link) { return what.cases.holds(link.id); });
}

void CasePage::open(domain::CaseId id) {
  m_id = id;
  m_page.reset();
  m_stack->setCurrentWidget(m_empty);
  m_panel->setCase(id);
  m_rating->setCase(id);
  m_receipt->setCase(id);
  m_assign->hide();
  m_note->setCase(id);
  m_attachments->setCase(id);
  m_documents->setCase(id);
  load();
}

void CasePage::load() {
  if (m_id.isNil()) return;
  // A page that nobody sees reads again when it is looked at; one question at a time is on its way.
  if (m_isLoading || (m_page && !isVisible())) {
    m_isReloadDue = true;
    return;
  }
  m_isLoading = true;
  m_isReloadDue = false;
  bridge().run(
      Lane::read, this, [id = m_id](desk::Desk& desk) { return desk::openCasePage(desk, id); },
      [this, id = m_id](base::Result<desk::CasePage> page) {
        m_isLoading = false;
        if (id == m_id) receive(std::move(page));
        if (m_isReloadDue || id != m_id) load();
      });
}

void CasePage::receive(base::Result<desk::CasePage> page) {
  if (!page) {
    if (page.error().kind == base::ErrorKind::notFound) m_page.reset();
    if (m_page) return navigator().notify(words::sentence(page.error()), Navigator::Tone::failed);
    const bool isGone = page.error().kind == base::ErrorKind::notFound;
    m_empty->setSentence(isGone ? tr("This case is no longer in the store. Nothing else was changed.")
                                : words::sentence(page.error()));
    m_stack->setCurrentWidget(m_empty);
    return;
  }
  const bool isFirst = !m_page;
  m_page = std::move(page).value();
  showCase();
  if (isFirst) {
    m_stack->setCurrentWidget(m_splitter);
    emit titleChanged();
  }
  if (!m_focusDue.isEmpty()) {
    if (auto* widget = findChild<QWidget*>(std::exchange(m_focusDue, {}))) widget->setFocus(Qt::OtherFocusReason);
  } else if (std::exchange(m_hasFocusDue, false)) {
    m_actions->takeFocus();
  }
  emit loaded();
}

void CasePage::showCase() {
  const desk::CasePage& page = *m_page;
  m_header->show(page);
  m_description->setText(fromCore(page.description).trimmed());
  m_description->setHidden(m_description->text().isEmpty());
  m_steps->setSteps(page.row.state, passedSteps(page), bridge().desk().zone());
  const QWidget* focused = QApplication::focusWidget();
  const bool hadFocus = focused != nullptr && m_actions->isAncestorOf(focused);
  m_actions->show(page);
  // The step that was just taken is grey now: the hands stay on the row, at the next one.
  if (hadFocus && !focused->isEnabled()) m_actions->takeFocus();
  m_priority->setCurrentIndex(m_priority->findData(static_cast<int>(page.row.priority)));
  const QString refusal = bridge().desk().isReadOnly() ? words::ofWhy("read_only") : QString();
  m_priority->setEnabled(refusal.isEmpty());
  m_priority->setToolTip(refusal);
  m_note->setRefusal(refusal);
  m_links->setRefusal(refusal);
  m_attachments->setRefusal(refusal);
  m_documents->setState(page.row.state);
  m_documents->setRefusal(refusal);
  m_receipt->setRefusal(refusal);
  m_links->show(page.links);
  if (!isSameStory(page)) m_timeline->setItems(page.story);
  showClock();
}

// A story only grows at its top: the same number and the same newest item is the same story, and nobody loses their place in
// it.
bool CasePage::isSameStory(const desk::CasePage& page) const {
  const auto count = static_cast<std::size_t>(m_timeline->count());
  if (count != page.story.size() || count == 0) return false;
  const desk::TimelineItem& shown = m_timeline->item(0);
  return shown.key == page.story.front().key && shown.at == page.story.front().at && shown.kind == page.story.front().kind;
}

void CasePage::showClock() {
  const base::TimeZone& zone = bridge().desk().zone();
  const desk::CasePage& page = *m_page;
  QStringList reasons;
  if (page.clock) {
    const ClockSentence sentence = explained(*page.clock, zone);
    m_clockRule->setText(sentence.rule);
    reasons = sentence.reasons;
  } else if (page.row.dueAt) {
    m_clockRule->setText(tr("Due on %1.").arg(words::dateTime(*page.row.dueAt, zone)));
  } else {
    m_clockRule->setText(tr("This service promises no time limit, so the case has no due date."));
  }
  if (page.statutoryDueAt) reasons << tr("The law's own limit ends on %1.").arg(words::dateTime(*page.statutoryDueAt, zone));
  if (page.externalDueAt)
    reasons << tr("The system that the case came from has its own target: %1.").arg(words::dateTime(*page.externalDueAt, zone));
  m_clockReasons->setText(reasons.join(QLatin1Char('\n')));
  m_clockReasons->setHidden(reasons.isEmpty());
}

void CasePage::assign() {
  if (!m_page || bridge().desk().isReadOnly() || !domain::isOpen(m_page->row.state)) return;
  m_assign->open();
}

void CasePage::act(CaseEventKind event) {
  if (!m_page || m_work->isBusy()) return;
  if (asksOutcome(event) || asksText(event)) return m_panel->open(event, MovePanel::Reach::oneStep);
  m_panel->hide();
  m_pending = Pending::nothing;
  m_work->move(desk::Move{m_id, event, m_page->row.state, std::nullopt, {}}, number());
}

void CasePage::move(std::optional<domain::Outcome> outcome, const std::string& text) {
  if (!m_page || m_work->isBusy()) return;
  m_pending = Pending::step;
  if (m_panel->reach() == MovePanel::Reach::toTheEnd && outcome)
    return m_work->finishOnTheSpot(m_id, m_page->row.state, *outcome, text, number());
  m_work->move(desk::Move{m_id, m_panel->event(), m_page->row.state, outcome, text}, number());
}

// What was typed goes away only after it stands in the store.
void CasePage::finished(domain::CaseId id, bool wasDone) {
  const Pending pending = std::exchange(m_pending, Pending::nothing);
  if (id != m_id) return;
  if (wasDone && pending == Pending::step) {
    m_panel->settle();
    m_hasFocusDue = true;
  }
  if (wasDone && pending == Pending::note) m_note->settle();
  if (wasDone && pending == Pending::link) m_links->settle();
  load();
}

QString CasePage::number() const {
  return m_page ? oneLine(m_page->row.number) : QString();
}

QString CasePage::title() const {
  if (!m_page) return tr("Case");
  const desk::InboxRow& row = m_page->row;
  return oneLine(row.title.empty() ? row.service : row.title);
}

QJsonObject CasePage::state() const {
  QJsonObject state{{QStringLiteral("id"), QString::fromStdString(m_id.text())}};
  const QWidget* focused = focusWidget();
  if (focused != nullptr && !focused->objectName().isEmpty()) state[QStringLiteral("focus")] = focused->objectName();
  if (!m_panel->isHidden()) {
    state[QStringLiteral("step")] = QString::fromLatin1(base::code(m_panel->event()).data());
    state[QStringLiteral("toTheEnd")] = m_panel->reach() == MovePanel::Reach::toTheEnd;
  }
  return state;
}

void CasePage::restore(const QJsonObject& state) {
  const auto id = domain::CaseId::parse(state.value(QStringLiteral("id")).toString().toStdString());
  if (!id) {
    m_empty->setSentence(tr("This case cannot be opened again. Search for it by its number."));
    return;
  }
  open(*id);
  const auto step = base::fromCode<CaseEventKind>(state.value(QStringLiteral("step")).toString().toStdString());
  const bool isToTheEnd = state.value(QStringLiteral("toTheEnd")).toBool();
  if (step) m_panel->open(*step, isToTheEnd ? MovePanel::Reach::toTheEnd : MovePanel::Reach::oneStep);
  m_focusDue = state.value(QStringLiteral("focus")).toString();
}

bool CasePage::hasUnfinishedText() const {
  return m_note->hasText() || m_panel->hasText() || m_links->hasText();
}

void CasePage::takeFocus() {
  if (!m_page) {
    m_hasFocusDue = true;
    return;
  }
  if (QWidget* before = focusWidget(); before != nullptr && before->isVisible() && before->isEnabled())
    return before->setFocus();
  m_actions->takeFocus();
}

bool CasePage::accept() {
  if (!m_page) return false;
  if (m_panel->isVisible()) {
    m_panel->confirm();
    return true;
  }
  const auto next = m_actions->nextStep();
  if (next) act(*next);
  return next.has_value();
}

void CasePage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_isReloadDue) load();
}

void CasePage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  const Qt::Orientation orientation = width() < scaled(kNarrowCase) ? Qt::Vertical : Qt::Horizontal;
  if (m_isArranged && orientation == m_splitter->orientation()) return;
  m_isArranged = true;
  m_splitter->setOrientation(orientation);
  m_splitter->setSizes({kCaseShare, kStoryShare});
}

}  // namespace ow::ui
