// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/picker.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

#include "kit/clear_button.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
constexpr auto kAskPause = 60ms;  // between the last key and the question
constexpr int kDetailRole = Qt::UserRole + 1;

// Title, and quieter the detail: on one line where both fit, else under each other.
class ChoiceRows : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    const int lines = option.fontMetrics.height() + QFontMetrics(font(TextRole::caption)).height();
    return {option.fontMetrics.averageCharWidth() * 20, lines + px(Space::small) + px(Space::hair)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& theme = Theme::current();
    const bool isMarked = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (isMarked) {
      painter->fillRect(option.rect, theme.selection);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
      painter->fillRect(option.rect, theme.hover);
    }
    const QRect inside = option.rect.adjusted(px(Space::medium), px(Space::hair), -px(Space::medium), -px(Space::hair));
    const QFontMetrics title(option.font), detail(font(TextRole::caption));
    painter->setPen(isMarked ? theme.selectionText : theme.text);
    const QRect titleAt(inside.x(), inside.y(), inside.width(), title.height());
    painter->drawText(titleAt, Qt::AlignLeft | Qt::AlignVCenter,
                      title.elidedText(index.data().toString(), Qt::ElideRight, inside.width()));
    painter->setFont(font(TextRole::caption));
    painter->setPen(isMarked ? theme.selectionText : theme.textQuiet);
    const QRect detailAt(inside.x(), titleAt.bottom() + 1, inside.width(), detail.height());
    painter->drawText(detailAt, Qt::AlignLeft | Qt::AlignVCenter,
                      detail.elidedText(index.data(kDetailRole).toString(), Qt::ElideRight, inside.width()));
    painter->restore();
  }
};

}  // namespace

Picker::Picker(const QString& name, const QString& accessibleName, QWidget* parent)
    : QWidget(parent),
      m_edit(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_nothing(new QLabel(this)),
      m_model(new QStandardItemModel(this)) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(px(Space::hair));
  rows->addWidget(m_edit);
  rows->addWidget(m_list);
  rows->addWidget(m_nothing);

  m_edit->setObjectName(name);
  m_edit->setAccessibleName(accessibleName);
  addClearButton(m_edit);
  m_edit->installEventFilter(this);
  setFocusProxy(m_edit);

  m_list->setObjectName(name + QStringLiteral("List"));
  m_list->setAccessibleName(tr("Suggestions: %1").arg(accessibleName));
  m_list->setModel(m_model);
  m_list->setItemDelegate(new ChoiceRows(m_list));
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setFocusPolicy(Qt::NoFocus);  // the keys stay in the line
  m_list->setMouseTracking(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setUniformItemSizes(true);
  m_list->hide();

  m_nothing->setTextFormat(Qt::PlainText);
  m_nothing->setForegroundRole(QPalette::PlaceholderText);
  m_nothing->setWordWrap(true);
  m_nothing->hide();

  m_pause.setSingleShot(true);
  m_pause.setInterval(kAskPause);
  connect(&m_pause, &QTimer::timeout, this, &Picker::ask);
  connect(m_edit, &QLineEdit::textEdited, this, [this] {
    m_isChosen = false;
    forget();
    search(m_edit->text());
    emit changed();
  });
  connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
    m_list->setCurrentIndex(index);
    takeMarked();
  });
}

QString Picker::typed() const {
  return m_edit->text();
}

void Picker::search(const QString& typed) {
  if (m_edit->text() != typed) m_edit->setText(typed);
  ++m_ticket;  // what is under way answers an older text
  m_isAsking = false;
  if (typed.trimmed().isEmpty() && !looksUpNothing()) {
    m_pause.stop();
    hideList();
    return;
  }
  m_pause.start();
}

void Picker::ask() {
  m_pause.stop();
  m_isAsking = true;
  lookUp(typed(), ++m_ticket);
}

void Picker::askAgain() {
  m_pause.start();
}

void Picker::show(const QList<Choice>& choices, const QString& whenEmpty) {
  m_isAsking = false;
  m_model->clear();
  for (const Choice& choice : choices) {
    auto* item = new QStandardItem(choice.title);
    item->setData(choice.detail, kDetailRole);
    item->setData(choice.detail.isEmpty()
                      ? choice.title
                      : tr("%1, %2", "an entry and what tells it from others").arg(choice.title, choice.detail),
                  Qt::AccessibleTextRole);
    m_model->appendRow(item);
  }
  const bool isHere = m_edit->hasFocus();
  m_nothing->setText(whenEmpty);
  m_nothing->setVisible(choices.isEmpty() && !whenEmpty.isEmpty() && isHere);
  m_list->setVisible(!choices.isEmpty() && isHere);
  if (!choices.isEmpty()) m_list->setCurrentIndex(m_model->index(0, 0));
  fitList();
}

void Picker::fitList() {
  const int rows = std::min(m_model->rowCount(), m_mostRows);
  if (rows == 0) return;
  m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() + px(Space::hair));
}

void Picker::setChosen(const QString& title) {
  m_isChosen = true;
  m_pause.stop();
  ++m_ticket;
  m_isAsking = false;
  m_edit->setText(title);
  m_edit->setCursorPosition(0);
  hideList();
}

void Picker::hideList() {
  m_list->hide();
  m_nothing->hide();
}

bool Picker::isListShown() const {
  return !m_list->isHidden() && m_list->currentIndex().isValid();
}

void Picker::takeMarked() {
  const int row = m_list->currentIndex().row();
  if (row < 0) return;
  take(row);
  emit changed();
  emit chosen();
}

bool Picker::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_edit) return QWidget::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::InputMethod:
      m_isComposing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
      return false;
    case QEvent::KeyPress: {
      const auto* key = static_cast<QKeyEvent*>(event);
      return !m_isComposing && onKey(key->key(), key->modifiers());
    }
    case QEvent::ShortcutOverride:
      if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && isListShown()) event->accept();
      return false;
    case QEvent::FocusIn:
      if (m_isChosen) QTimer::singleShot(0, m_edit, &QLineEdit::selectAll);  // typing starts a new search
      if (!m_isChosen && (looksUpNothing() || !typed().trimmed().isEmpty())) m_pause.start();
      return false;
    case QEvent::FocusOut:
      hideList();
      return false;
    default:
      return false;
  }
}

bool Picker::onKey(int key, Qt::KeyboardModifiers modifiers) {
  const bool isPlain = !(modifiers & ~(Qt::ShiftModifier | Qt::KeypadModifier));
  if (!isPlain) return false;
  switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
      if (!isListShown()) {
        if (key == Qt::Key_Down) ask();
        return true;
      }
      const int row = std::clamp(m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1), 0, m_model->rowCount() - 1);
      m_list->setCurrentIndex(m_model->index(row, 0));
      return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (modifiers.testFlag(Qt::ShiftModifier)) {
        emit backPassed();
      } else if (m_pause.isActive()) {
        ask();                   // typed and confirmed faster than the answer came: show it, take nothing unseen
      } else if (!m_isAsking) {  // a list that still stands there answers an older text
        isListShown() ? takeMarked() : emit enterPassed();
      }
      return true;
    case Qt::Key_Escape:
      if (isWholeQuestion() || (m_list->isHidden() && m_nothing->isHidden())) return false;
      hideList();
      return true;
    default:
      return false;
  }
}

}  // namespace ow::ui
