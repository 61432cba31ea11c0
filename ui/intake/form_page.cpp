// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/form_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGridLayout>
#include <QInputMethodEvent>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

#include "desk/registered.h"
#include "intake/core_text.h"
#include "intake/picker.h"
#include "kit/bridge.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

constexpr int kColumnWidth = 640;  // at 100 %: lines that the eye can follow
constexpr int kSideWidth = 280;

bool isIn(const QWidget* widget, const QWidget* stop) {
  return widget != nullptr && (widget == stop || stop->isAncestorOf(widget));
}

bool isModifier(const QKeyEvent& key) {
  return key.key() == Qt::Key_Shift || key.key() == Qt::Key_Control || key.key() == Qt::Key_Alt || key.key() == Qt::Key_Meta;
}

int cursorOf(const QWidget* widget) {
  if (const auto* line = qobject_cast<const QLineEdit*>(widget)) return line->cursorPosition();
  if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget)) return text->textCursor().position();
  return -1;
}

void placeCursor(QWidget* widget, int position) {
  if (position < 0) return;
  if (auto* line = qobject_cast<QLineEdit*>(widget)) line->setCursorPosition(position);
  if (auto* text = qobject_cast<QPlainTextEdit*>(widget)) {
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(std::min(position, static_cast<int>(text->toPlainText().size())));
    text->setTextCursor(cursor);
  }
}

}  // namespace

void sayAt(FieldRow* row, const QString& sentence, FieldRow::Tone tone) {
  row->say(sentence, tone);
  QWidget* focus = row->field()->focusProxy();
  if (focus == nullptr) return;
  focus->setAccessibleDescription(sentence);
  focus->setProperty("invalid", row->field()->property("invalid"));
  focus->style()->unpolish(focus);
  focus->style()->polish(focus);
}

FormPage::FormPage(Bridge& bridge, Navigator& navigator, Names names, const QString& draftSubject, QWidget* parent)
    : Page(bridge, navigator, parent),
      m_kind(names.kind),
      m_task(names.task),
      m_sideHolder(new QWidget),
      m_columnHolder(new QWidget),
      m_scroll(new QScrollArea(this)),
      m_below(new QLabel(this)),
      m_saved(new QLabel(this)),
      m_register(new QPushButton(names.registerText, this)),
      m_keeper(new DraftKeeper(
          bridge, names.draftForm, draftSubject,
          [this] {
            QJsonObject body = typed();
            rememberFocus(body);
            return body;
          },
          this)) {
  setFocusPolicy(Qt::StrongFocus);
  auto* page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);

  auto* top = new QVBoxLayout;
  top->setContentsMargins(px(Space::wide), px(Space::large), px(Space::wide), px(Space::small));
  top->setSpacing(0);
  auto* heading = new QLabel(names.heading, this);
  heading->setFont(ui::font(TextRole::title));
  top->addWidget(heading);
  page->addLayout(top);

  auto* inside = new QWidget;
  auto* grid = new QGridLayout(inside);
  grid->setContentsMargins(px(Space::wide), px(Space::small), px(Space::wide), px(Space::wide));
  grid->setHorizontalSpacing(px(Space::section));
  grid->setVerticalSpacing(px(Space::large));
  m_column = new QVBoxLayout(m_columnHolder);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(px(Space::hair));
  m_columnHolder->setMaximumWidth(scaled(kColumnWidth));
  m_side = new QVBoxLayout(m_sideHolder);
  m_side->setContentsMargins(0, 0, 0, 0);
  m_side->setSpacing(px(Space::medium));
  m_sideHolder->setMaximumWidth(scaled(kColumnWidth));
  m_scroll->setWidget(inside);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  page->addWidget(m_scroll, 1);
  placeSide();

  auto* bar = new QFrame(this);
  auto* foot = new QGridLayout(bar);
  foot->setContentsMargins(px(Space::wide), px(Space::small), px(Space::wide), px(Space::medium));
  foot->setHorizontalSpacing(px(Space::medium));
  m_below->setTextFormat(Qt::PlainText);
  m_below->setWordWrap(true);
  m_below->setObjectName(names.registerName + QStringLiteral("Message"));
  m_below->hide();
  m_saved->setTextFormat(Qt::PlainText);
  m_saved->setFont(ui::font(TextRole::caption));
  m_saved->setWordWrap(true);
  m_saved->setObjectName(names.draftForm + QStringLiteral("DraftState"));
  setLook(m_saved, Look::quiet);
  m_register->setObjectName(names.registerName);
  m_register->setAccessibleName(names.registerText);
  m_register->setToolTip(tr("%1 (F9 or Ctrl+Enter)", "what the button does and its keys").arg(names.registerText));
  setLook(m_register, Look::primary);
  foot->addWidget(m_below, 0, 0, 1, 2);
  foot->addWidget(m_register, 1, 0);
  foot->addWidget(m_saved, 1, 1);
  foot->setColumnStretch(1, 1);
  page->addWidget(bar);

  connect(m_register, &QPushButton::clicked, this, [this] { accept(); });
  watch(m_register);
  connect(m_keeper, &DraftKeeper::saved, this, [this](base::Instant at) {
    setLook(m_saved, Look::quiet);
    m_saved->setText(tr("Draft kept, %1").arg(words::timeWithSeconds(at, this->bridge().desk().zone())));
  });
  connect(m_keeper, &DraftKeeper::failed, this, [this](const QString& sentence) {
    setLook(m_saved, Look::danger);
    m_saved->setText(sentence);
  });
}

FieldRow* FormPage::addField(const QString& coreField, const QString& label, QWidget* editor, Need need) {
  auto* field =
      new FieldRow(need == Need::required ? label : tr("%1 (optional)", "label of a field").arg(label), editor, m_columnHolder);
  m_column->addWidget(field);
  if (!coreField.isEmpty()) m_fields.insert(coreField, field);
  m_stops.append(editor);
  watch(editor);
  for (QWidget* child : editor->findChildren<QWidget*>()) watch(child);
  if (auto* picker = qobject_cast<Picker*>(editor)) {
    connect(picker, &Picker::chosen, this, [this, picker] { focusNext(picker); });
    connect(picker, &Picker::enterPassed, this, [this, picker] { focusNext(picker); });
    connect(picker, &Picker::backPassed, this, [this, picker] { focusBack(picker); });
    connect(picker, &Picker::changed, this, &FormPage::touched);
  }
  return field;
}

void FormPage::setSide(QWidget* widget, SideWhenNarrow whenNarrow) {
  m_whenNarrow = whenNarrow;
  m_side->addWidget(widget);
  m_side->addStretch();
  m_sideHolder->installEventFilter(this);
  placeSide();
}

void FormPage::watch(QWidget* widget) {
  widget->installEventFilter(this);
}

void FormPage::touched() {
  if (m_isRestoring || m_isRegistered) return;
  m_isTouchedSinceRestore = true;
  m_below->hide();
  m_keeper->touched();
}

// --- keys
// -----------------------------------------------------------------------------------------------------------------------

bool FormPage::eventFilter(QObject* watched, QEvent* event) {
  auto* widget = qobject_cast<QWidget*>(watched);
  if (widget == nullptr) return Page::eventFilter(watched, event);
  if (widget == m_sideHolder) {
    // It grew or shrank above the field being typed in: that field stays in sight.
    if (event->type() == QEvent::Resize && m_lastFocus != nullptr)
      QMetaObject::invokeMethod(
          this,
          [this] {
            if (m_lastFocus != nullptr && m_lastFocus->hasFocus()) m_scroll->ensureWidgetVisible(m_lastFocus, 0, scaled(60));
          },
          Qt::QueuedConnection);
    return false;
  }
  switch (event->type()) {
    case QEvent::FocusIn:
      m_lastFocus = widget;
      m_scroll->ensureWidgetVisible(widget, 0, scaled(60));
      return false;
    case QEvent::InputMethod:
      m_isComposing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
      return false;
    case QEvent::KeyPress: {
      const auto* key = static_cast<QKeyEvent*>(event);
      if (!key->isAutoRepeat() && !isModifier(*key)) m_meter.key();
      if (m_isComposing) return false;  // the key belongs to the input method
      if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) return onEnter(widget, key->modifiers());
      if (key->key() != Qt::Key_Escape) return false;
      setFocus(Qt::OtherFocusReason);  // leaves the field; the text stays
      return true;
    }
    default:
      return false;
  }
}

bool FormPage::onEnter(QWidget* at, Qt::KeyboardModifiers modifiers) {
  const auto held = modifiers & ~Qt::KeypadModifier;
  if (held == Qt::ControlModifier) return accept();
  if (held == Qt::AltModifier) {
    auto* text = qobject_cast<QPlainTextEdit*>(at);
    if (text != nullptr) text->insertPlainText(QStringLiteral("\n"));
    return text != nullptr;
  }
  if (held == Qt::ShiftModifier) return focusBack(at), true;
  if (held != Qt::NoModifier) return false;
  if (at == m_register) return m_register->click(), true;
  for (const QWidget* stop : std::as_const(m_stops))
    if (qobject_cast<const Picker*>(stop) != nullptr && isIn(at, stop)) return false;  // it takes what is marked
  return focusNext(at), true;
}

void FormPage::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && event->modifiers() == Qt::NoModifier) return takeFocus();  // back to where Esc left
  Page::keyPressEvent(event);
}

void FormPage::focusNext(const QWidget* from) {
  step(from, +1);
}
void FormPage::focusBack(const QWidget* from) {
  step(from, -1);
}

void FormPage::step(const QWidget* from, int direction) {
  const auto size = static_cast<int>(m_stops.size());
  int at = size;
  for (int i = 0; i < size; ++i)
    if (isIn(from, m_stops.at(i))) at = i;
  for (at += direction; at >= 0 && at < size; at += direction) {
    QWidget* stop = m_stops.at(at);
    if (!stop->isVisibleTo(this) || !stop->isEnabled()) continue;
    stop->setFocus(direction > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return;
  }
  if (direction > 0) m_register->setFocus(Qt::TabFocusReason);
}

void FormPage::takeFocus() {
  if (m_lastFocus != nullptr && m_lastFocus->isVisibleTo(this)) return m_lastFocus->setFocus(Qt::OtherFocusReason);
  for (QWidget* stop : std::as_const(m_stops)) {
    const auto* line = qobject_cast<const QLineEdit*>(stop);
    const auto* picker = qobject_cast<const Picker*>(stop);
    const bool isOpen = (line != nullptr && line->text().isEmpty()) || (picker != nullptr && !picker->isChosen());
    if (isOpen && stop->isVisibleTo(this)) return stop->setFocus(Qt::OtherFocusReason);
  }
  m_register->setFocus(Qt::OtherFocusReason);
}

// --- registering
// ------------------------------------------------------------------------------------------------------------------

bool FormPage::accept() {
  if (m_isRegistering || m_isRegistered) return true;
  m_keeper->flush();
  submit();
  return true;
}

void FormPage::beginRegistering() {
  m_isRegistering = true;
  m_below->hide();
  m_register->setEnabled(false);
}

void FormPage::showError(const base::Error& error, const QString& otherwise) {
  m_isRegistering = false;
  m_register->setEnabled(true);
  const QString sentence = words::sentence(error);
  const auto fact = error.fact("field");
  const QString name = fact.empty() ? otherwise : QString::fromUtf8(fact.data(), static_cast<qsizetype>(fact.size()));
  FieldRow* field = m_fields.value(name);
  if (field == nullptr) return sayBelow(FieldRow::Tone::failed, sentence);
  sayAt(field, sentence, FieldRow::Tone::failed);
  field->field()->setFocus(Qt::OtherFocusReason);
  m_scroll->ensureWidgetVisible(field);
}

void FormPage::finishRegistering() {
  m_isRegistering = false;
  m_isRegistered = true;
  m_keeper->discard();
  if (!m_meter.isGood()) return;
  // How long it took is worth knowing and not worth a word when it cannot be kept.
  bridge().run(
      Lane::write, this,
      [task = m_task, took = m_meter.took(), keys = m_meter.keys()](desk::Desk& desk) {
        return desk::noteTask(desk, task, took, keys);
      },
      [](const base::Result<void>&) {});
}

void FormPage::throwAway() {
  m_isRegistered = true;
  m_keeper->discard();
}

void FormPage::sayBelow(FieldRow::Tone tone, const QString& sentence) {
  setLook(m_below, tone == FieldRow::Tone::failed ? Look::danger : Look::warning);
  m_below->setText(sentence);
  m_below->show();
}

// --- drafts
// -----------------------------------------------------------------------------------------------------------------------

QJsonObject FormPage::state() const {
  QJsonObject state = typed();
  rememberFocus(state);
  if (!m_keeper->id().isNil()) state.insert(QStringLiteral("draft"), QString::fromStdString(m_keeper->id().text()));
  return state;
}

void FormPage::rememberFocus(QJsonObject& into) const {
  into.insert(QStringLiteral("scroll"), m_scroll->verticalScrollBar()->value());
  if (m_lastFocus == nullptr) return;
  into.insert(QStringLiteral("focus"), m_lastFocus->objectName());
  into.insert(QStringLiteral("cursor"), cursorOf(m_lastFocus));
}

void FormPage::placeFocus(const QJsonObject& state) {
  const QString name = state.value(QStringLiteral("focus")).toString();
  auto* widget = name.isEmpty() ? nullptr : findChild<QWidget*>(name);
  if (widget != nullptr) {
    m_lastFocus = widget;
    placeCursor(widget, state.value(QStringLiteral("cursor")).toInt(-1));
    if (isVisible()) widget->setFocus(Qt::OtherFocusReason);
  }
  // The bar knows its range only after the fields have been laid out.
  const int scroll = state.value(QStringLiteral("scroll")).toInt();
  QMetaObject::invokeMethod(this, [this, scroll] { m_scroll->verticalScrollBar()->setValue(scroll); }, Qt::QueuedConnection);
}

void FormPage::restore(const QJsonObject& state) {
  m_isRestoring = true;
  setTyped(state);
  placeFocus(state);
  m_isRestoring = false;
  m_isTouchedSinceRestore = false;
  const auto id = domain::DraftId::parse(state.value(QStringLiteral("draft")).toString().toStdString());
  if (!id) return;
  m_meter.spoil();
  m_keeper->adopt(*id);
  catchUpWithDraft(*id);
}

// The draft is written more often than the list of open pages: its text may be newer. And the program may have ended between
// the registration and the closing of the page.
void FormPage::catchUpWithDraft(domain::DraftId id) {
  struct Fate {
    base::Result<std::optional<domain::EntityId>> registered;
    base::Result<std::vector<desk::Draft>> drafts;
  };
  bridge().run(
      Lane::write, this, [id](desk::Desk& desk) { return Fate{desk::registeredAs(desk, id), desk::drafts(desk)}; },
      [this, id](const Fate& fate) {
        if (fate.registered && fate.registered.value()) return leaveRegistered(*fate.registered.value());
        if (!fate.drafts || m_isTouchedSinceRestore) return;
        const auto& drafts = fate.drafts.value();
        const auto found = std::find_if(drafts.begin(), drafts.end(), [&](const desk::Draft& one) { return one.id == id; });
        if (found == drafts.end()) {
          m_keeper->adopt({});
          if (!isUntouched())
            sayBelow(FieldRow::Tone::warning, tr("This form was thrown away before. Register it only if you still need it."));
          return;
        }
        const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(found->body)).object();
        m_isRestoring = true;
        setTyped(body);
        placeFocus(body);
        m_isRestoring = false;
      });
}

void FormPage::leaveRegistered(domain::EntityId id) {
  finishRegistering();
  navigator().notify(tr("This form had been registered before the program ended. Nothing was written twice."),
                     Navigator::Tone::done);
  showRegistered(id);
  navigator().closePage(this);
}

void FormPage::showEvent(QShowEvent* event) {
  m_meter.resume();
  Page::showEvent(event);
}

void FormPage::hideEvent(QHideEvent* event) {
  m_meter.pause();
  m_keeper->flush();  // parked, or the seat changes
  Page::hideEvent(event);
}

// --- layout
// -----------------------------------------------------------------------------------------------------------------------

void FormPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  placeSide();
}

void FormPage::placeSide() {
  auto* grid = qobject_cast<QGridLayout*>(m_scroll->widget()->layout());
  const bool hasSide = m_side->count() > 0;
  const bool isWide = hasSide && width() >= scaled(kColumnWidth + kSideWidth) + px(Space::section) + 2 * px(Space::wide);
  const bool isBelow = m_whenNarrow == SideWhenNarrow::below;
  grid->removeWidget(m_columnHolder);
  grid->removeWidget(m_sideHolder);
  grid->addWidget(m_columnHolder, isWide || isBelow || !hasSide ? 0 : 1, 0);
  grid->addWidget(m_sideHolder, !isWide && isBelow ? 1 : 0, isWide ? 1 : 0, Qt::AlignTop);
  m_sideHolder->setMaximumWidth(scaled(isWide ? kSideWidth * 3 / 2 : kColumnWidth));
  // The columns take their widths first; what is left stays empty at the right.
  grid->setColumnStretch(0, 64);
  grid->setColumnStretch(1, isWide ? 32 : 0);
  grid->setColumnStretch(2, 1);
  grid->setRowStretch(0, 0);
  grid->setRowStretch(1, 0);
  grid->setRowStretch(2, 1);
}

}  // namespace ow::ui
