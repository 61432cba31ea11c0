// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/note_editor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "cases/durable_text.h"
#include "desk/desk.h"
#include "kit/bridge.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

NoteEditor::NoteEditor(Bridge& bridge, QWidget* parent)
    : QWidget(parent),
      m_text(new DurableText(bridge, QStringLiteral("note"), this)),
      m_save(new QPushButton(tr("&Save note"), this)),
      m_kept(new QLabel(this)) {
  m_text->setObjectName(QStringLiteral("caseNote"));
  m_text->setAccessibleName(tr("Note"));
  m_text->setPlaceholderText(tr("What was said, seen or agreed"));
  m_text->setFixedHeight(QFontMetrics(ui::font(TextRole::body)).lineSpacing() * 4 + scaled(18));
  m_save->setObjectName(QStringLiteral("caseNoteSave"));
  m_save->setAccessibleName(tr("Save note"));
  m_save->setToolTip(tr("Ctrl+Return"));
  m_kept->setTextFormat(Qt::PlainText);
  m_kept->setFont(ui::font(TextRole::caption));
  m_kept->setWordWrap(true);
  setLook(m_kept, Look::quiet);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addWidget(m_text);
  auto* row = new QHBoxLayout;
  row->addWidget(m_kept, 1);
  row->addWidget(m_save);
  column->addLayout(row);

  connect(m_save, &QPushButton::clicked, this, &NoteEditor::submit);
  connect(m_text, &DurableText::submitted, this, &NoteEditor::submit);
  connect(m_text, &DurableText::left, this, &NoteEditor::left);
  connect(m_text, &DurableText::textChanged, this, &NoteEditor::showState);
  connect(m_text, &DurableText::keepFailed, m_kept, &QLabel::setText);
  connect(m_text, &DurableText::restored, this, [this] {
    m_kept->setText(tr("Your unfinished note is back."));
    emit restored();
  });
  connect(m_text, &DurableText::kept, this, [this, zone = bridge.desk().zone()](base::Instant at) {
    m_kept->setText(tr("Kept as a draft at %1").arg(words::timeWithSeconds(at, zone)));
  });
  showState();
}

void NoteEditor::setCase(const domain::CaseId& id) {
  const QString subject = QString::fromStdString(id.text());
  if (subject == m_text->subject()) return;
  m_kept->clear();
  m_text->setSubject(subject);
}

void NoteEditor::takeFocus() {
  m_text->setFocus(Qt::ShortcutFocusReason);
}

bool NoteEditor::hasText() const {
  return m_text->hasText();
}

std::shared_ptr<const domain::DraftId> NoteEditor::draft() const {
  return m_text->stored();
}

void NoteEditor::settle() {
  m_text->settle();
  m_kept->clear();
}

void NoteEditor::setRefusal(const QString& why) {
  m_refusal = why;
  showState();
}

void NoteEditor::submit() {
  if (!m_save->isEnabled()) return;
  m_text->flush();  // what is still to be kept is kept before the note, and goes with it
  emit submitted(m_text->text());
}

void NoteEditor::showState() {
  m_save->setEnabled(m_refusal.isEmpty() && m_text->hasText());
  m_save->setToolTip(m_refusal.isEmpty() ? tr("Ctrl+Return") : m_refusal);
  m_save->setAccessibleDescription(m_refusal);
}

}  // namespace ow::ui
