// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/durable_text.h"

#include <QJsonDocument>
#include <QKeyEvent>

#include <optional>

#include "desk/drafts.h"
#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/draft_keeper.h"
#include "kit/typed_text.h"

namespace ow::ui {

DurableText::DurableText(Bridge& bridge, const QString& form, QWidget* parent)
    : QPlainTextEdit(parent), m_bridge(bridge), m_form(form) {
  setTabChangesFocus(true);
  connect(this, &QPlainTextEdit::textChanged, this, &DurableText::changed);
}

DurableText::~DurableText() {
  flush();
}

void DurableText::setSubject(const QString& subject) {
  if (subject == m_subject) return;
  flush();
  m_subject = subject;
  m_context.clear();
  m_isRestoring = true;
  clear();
  m_isRestoring = false;
  watch();
  if (!m_subject.isEmpty()) lookForDraft();
}

std::string DurableText::text() const {
  return toCore(typedText(*this).trimmed());
}

bool DurableText::hasText() const {
  return !document()->isEmpty() && !typedText(*this).trimmed().isEmpty();
}

void DurableText::settle() {
  dropDraft();
  m_isRestoring = true;
  clear();
  m_isRestoring = false;
}

void DurableText::flush() {
  if (m_keeper != nullptr) m_keeper->flush();
}

std::shared_ptr<const domain::DraftId> DurableText::stored() const {
  return m_keeper != nullptr ? m_keeper->stored() : std::make_shared<const domain::DraftId>();
}

void DurableText::watch() {
  delete m_keeper;
  m_keeper = nullptr;
  if (m_subject.isEmpty()) return;
  const auto collect = [this] {
    return QJsonObject{{QStringLiteral("text"), typedText(*this)}, {QStringLiteral("context"), m_context}};
  };
  m_keeper = new DraftKeeper(m_bridge, m_form, m_subject, collect, this);
  connect(m_keeper, &DraftKeeper::saved, this, &DurableText::kept);
  connect(m_keeper, &DraftKeeper::failed, this, &DurableText::keepFailed);
}

void DurableText::dropDraft() {
  if (m_keeper == nullptr) return;
  m_keeper->discard();
  watch();
}

void DurableText::changed() {
  if (m_isRestoring || m_keeper == nullptr) return;
  if (document()->isEmpty()) return dropDraft();
  m_keeper->touched();
}

// On the write lane, behind every save that is still on its way.
void DurableText::lookForDraft() {
  const auto look = [form = m_form.toStdString(), subject = m_subject.toStdString()](desk::Desk& desk) {
    std::optional<desk::Draft> found;
    if (auto all = desk::drafts(desk)) {
      for (desk::Draft& draft : all.value())
        if (!found && draft.form == form && draft.subject == subject) found = std::move(draft);
    }
    return found;
  };
  m_bridge.run(Lane::write, this, look, [this, subject = m_subject](const std::optional<desk::Draft>& draft) {
    if (!draft || subject != m_subject || m_keeper == nullptr || !document()->isEmpty()) return;
    const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(draft->body)).object();
    const QString text = body.value(QStringLiteral("text")).toString();
    m_keeper->adopt(draft->id);
    if (text.isEmpty()) return;
    m_context = body.value(QStringLiteral("context")).toString();
    m_isRestoring = true;
    setPlainText(text);
    moveCursor(QTextCursor::End);
    m_isRestoring = false;
    emit restored(m_context);
  });
}

bool DurableText::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    // While this field has the focus, Ctrl+Return means this text, whatever the window uses it for.
    if (isReturn && key->modifiers().testFlag(Qt::ControlModifier)) event->accept();
  }
  return QPlainTextEdit::event(event);
}

void DurableText::keyPressEvent(QKeyEvent* event) {
  const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) return emit submitted();
  if (event->key() == Qt::Key_Escape) return emit left();
  QPlainTextEdit::keyPressEvent(event);
}

}  // namespace ow::ui
