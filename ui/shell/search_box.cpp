// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/search_box.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/clear_button.h"
#include "kit/page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "shell/search_results.h"

namespace ow::ui {

namespace {

constexpr std::size_t kSearchLimit = 30;
// Two may be on their way: the newer one interrupts the older, which then answers at once that it was cancelled.
constexpr int kSearchesInFlight = 2;
// Readers and scanners send a character every few milliseconds; nobody types twelve keys in a row like that.
constexpr qint64 kMachinePace = 30;
constexpr int kShortestScan = 6;
constexpr std::chrono::milliseconds kPauseAfterCancel{30};

SearchBox::Find searchOverBridge(Bridge& bridge, QObject* context) {
  return [&bridge, context](const QString& typed, SearchBox::Answer answer) {
    bridge.run(
        Lane::search, context, [text = toCore(typed)](desk::Desk& desk) { return desk::find(desk, text, kSearchLimit); },
        std::move(answer));
  };
}

}  // namespace

SearchBox::SearchBox(Bridge& bridge, Navigator& navigator, QWidget* parent) : SearchBox(Find(), navigator, parent) {
  m_find = searchOverBridge(bridge, this);
  m_hasCentre = [&bridge] { return bridge.syncing() != nullptr; };
}

SearchBox::SearchBox(Find find, Navigator& navigator, QWidget* parent)
    : QWidget(parent),
      m_find(std::move(find)),
      m_navigator(navigator),
      m_edit(new QLineEdit(this)),
      m_results(new SearchResults(this)) {
  m_edit->setObjectName(QStringLiteral("searchEdit"));
  m_edit->setAccessibleName(tr("Search"));
  m_edit->setPlaceholderText(tr("Name, pinyin, ID number, phone or case number"));
  addClearButton(m_edit);
  m_edit->setMaxLength(200);
  m_edit->installEventFilter(this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_edit);
  setFocusProxy(m_edit);

  m_popup = new QFrame(this);
  m_popup->setObjectName(QStringLiteral("searchPopup"));
  setLook(m_popup, Look::card);
  m_list = new QListView(m_popup);
  m_list->setObjectName(QStringLiteral("searchResults"));
  m_list->setAccessibleName(tr("Search results"));
  m_list->setStyleSheet(QStringLiteral("QListView { border: none; background: transparent; }"));
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setMouseTracking(true);
  m_list->setModel(m_results);
  m_list->setItemDelegate(new SearchDelegate(*m_results, this));
  m_message = new QLabel(m_popup);
  m_message->setTextFormat(Qt::PlainText);
  m_message->setWordWrap(true);
  m_message->setContentsMargins(px(Space::medium), px(Space::small), px(Space::medium), px(Space::small));
  m_message->hide();
  auto* column = new QVBoxLayout(m_popup);
  column->setContentsMargins(1, px(Space::hair), 1, px(Space::hair));
  column->setSpacing(0);
  column->addWidget(m_list);
  column->addWidget(m_message);
  m_popup->hide();

  connect(m_edit, &QLineEdit::textChanged, this, &SearchBox::ask);
  connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
}

void SearchBox::takeFocus() {
  m_edit->setFocus(Qt::ShortcutFocusReason);
  m_edit->selectAll();
}

void SearchBox::clear() {
  m_edit->clear();
  closeList();
}

bool SearchBox::isOpen() const {
  return m_popup->isVisible();
}

void SearchBox::ask() {
  const QString typed = m_edit->text();
  m_pendingEnter.reset();
  if (typed.trimmed().isEmpty()) {
    ++m_asked;  // whatever is still on its way is an answer to nothing
    m_isAskAgain = false;
    m_results->clear();
    return closeList();
  }
  if (m_inFlight >= kSearchesInFlight) {
    m_isAskAgain = true;
    return;
  }
  m_isAskAgain = false;
  ++m_inFlight;
  m_find(typed, [this, typed, number = ++m_asked](base::Result<std::vector<desk::Found>> found) {
    --m_inFlight;
    if (number == m_asked && typed == m_edit->text()) receive(typed, std::move(found));
    if (m_isAskAgain) askAgain();
  });
}

void SearchBox::receive(const QString& typed, base::Result<std::vector<desk::Found>> found) {
  if (!found) {
    // Somebody else's search interrupted ours (a link being looked up): this text still wants its answer.
    if (found.error().kind == base::ErrorKind::cancelled)
      return QTimer::singleShot(kPauseAfterCancel, this, &SearchBox::askAgain);
    m_pendingEnter.reset();
    m_results->clear();
    m_message->setText(words::sentence(found.error()));
    m_message->show();
    m_list->hide();
    return openList();
  }
  m_message->hide();
  m_list->show();
  m_results->show(typed, std::move(found).value(), hasCentre() ? SearchResults::Beyond::centre : SearchResults::Beyond::nobody);
  m_edit->setAccessibleDescription(tr("%n result(s)", nullptr, m_results->foundCount()));
  const int first = m_results->choosable(0, 1);
  if (first >= 0) m_list->setCurrentIndex(m_results->index(first));
  m_list->scrollToTop();
  openList();
  if (const auto hand = std::exchange(m_pendingEnter, std::nullopt)) enter(*hand);
}

void SearchBox::askAgain() {
  const auto enter = m_pendingEnter;
  ask();
  m_pendingEnter = enter;
}

void SearchBox::openList() {
  if (!m_edit->hasFocus() && !m_popup->isVisible()) return;
  placeList();
  m_popup->show();
  m_popup->raise();
}

void SearchBox::closeList() {
  m_popup->hide();
}

// Over the window's content, as a child of the window: no second top-level that a window manager could focus.
void SearchBox::placeList() {
  QWidget* top = window();
  if (m_popup->parentWidget() != top) {
    m_popup->setParent(top);
    top->installEventFilter(this);
  }
  const QPoint below = m_edit->mapTo(top, QPoint(0, m_edit->height() + px(Space::hair)));
  const int width = std::min(std::max(m_edit->width(), scaled(420)), top->width() - px(Space::large));
  const int left = std::clamp(below.x(), px(Space::small), std::max(px(Space::small), top->width() - width - px(Space::small)));
  int height = 2 * px(Space::hair) + 2;
  if (m_message->isVisibleTo(m_popup)) {
    height += m_message->heightForWidth(width - 2);
  } else {
    QStyleOptionViewItem option;
    for (int row = 0; row < m_results->rowCount(); ++row)
      height += m_list->itemDelegate()->sizeHint(option, m_results->index(row)).height();
  }
  const int room = top->height() - below.y() - px(Space::large);
  m_popup->setGeometry(left, below.y(), width,
                       std::clamp(height, scaled(24), std::max(scaled(24), std::min(room, scaled(520)))));
}

bool SearchBox::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_edit) {
    if (event->type() == QEvent::Resize && m_popup->isVisible()) placeList();
    return QWidget::eventFilter(watched, event);
  }
  if (event->type() == QEvent::FocusOut) closeList();
  if (event->type() == QEvent::FocusIn && m_results->rowCount() > 0) openList();
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    // Enter must be judged before it counts as a key of its own.
    if (pressed(*key)) return true;
    noteKey(key->text());
  }
  return QWidget::eventFilter(watched, event);
}

bool SearchBox::pressed(const QKeyEvent& event) {
  const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
  const QString typed = m_edit->text().trimmed();
  if (isEnter && event.modifiers().testFlag(Qt::ControlModifier) && hasCentre() && !typed.isEmpty()) {
    clear();
    m_navigator.searchCentre(typed);
    return true;
  }
  switch (event.key()) {
    case Qt::Key_Up:
      step(-1);
      return true;
    case Qt::Key_Down:
      if (!m_popup->isVisible() && m_results->rowCount() > 0) {
        openList();
      } else {
        step(1);
      }
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      enter(handOfBurst());
      m_burst = 0;
      return true;
    case Qt::Key_Escape:
      if (!m_popup->isVisible()) return false;
      closeList();
      return true;
    default:
      return false;
  }
}

void SearchBox::step(int by) {
  if (!m_popup->isVisible()) return;
  const int row = m_results->choosable(m_list->currentIndex().row() + by, by);
  if (row < 0) return m_list->scrollToTop();
  m_list->setCurrentIndex(m_results->index(row));
}

void SearchBox::noteKey(const QString& text) {
  if (text.isEmpty() || !text.front().isPrint()) return;
  const bool isFast = m_sinceKey.isValid() && m_sinceKey.elapsed() <= kMachinePace;
  m_burst = isFast ? m_burst + 1 : 1;
  m_sinceKey.start();
}

SearchBox::Hand SearchBox::handOfBurst() const {
  const bool isFast = m_sinceKey.isValid() && m_sinceKey.elapsed() <= kMachinePace;
  // The whole text came in one burst: half typed, half scanned is a person's doing.
  return isFast && m_burst >= kShortestScan && m_burst >= m_edit->text().size() ? Hand::scanner : Hand::person;
}

void SearchBox::enter(Hand hand) {
  if (m_edit->text().trimmed().isEmpty()) return;
  if (m_results->typed() != m_edit->text()) {
    m_pendingEnter = hand;  // the answer is on its way
    return;
  }
  if (hand == Hand::person) return choose(m_popup->isVisible() ? m_list->currentIndex().row() : m_results->choosable(0, 1));
  const int match = m_results->numberMatch();
  if (match >= 0) return choose(match);
  openList();  // nothing, or more than one, has this number: the clerk decides
}

void SearchBox::choose(int row) {
  if (row < 0 || row >= m_results->rowCount() || m_results->line(row) == SearchResults::Line::heading) return;
  const auto line = m_results->line(row);
  const QString typed = m_results->typed();
  std::optional<desk::Found> chosen;
  if (line == SearchResults::Line::found) chosen = m_results->found(row);
  clear();
  if (line == SearchResults::Line::askCentre) return m_navigator.searchCentre(typed);
  if (!chosen) return m_navigator.newParty(typed);
  if (chosen->kind == desk::Found::Kind::case_) return m_navigator.openCase(domain::CaseId{chosen->id.uuid});
  m_navigator.openParty(domain::PartyId{chosen->id.uuid}, desk::Purpose::enquiry);
}

}  // namespace ow::ui
