// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/attachment_preview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "base/text_rules.h"
#include "domain/media_type.h"
#include "intake/core_text.h"
#include "kit/picture_reader.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {
constexpr int kSide = 1600;  // pixels of a picture, at most
constexpr int kWidth = 900, kHeight = 680;
constexpr std::size_t kMostText = 512 * 1024;
}  // namespace

AttachmentPreview::AttachmentPreview(const QString& name, const std::string& mediaType, const std::string& content,
                                     QWidget* parent)
    : QDialog(parent),
      m_stack(new QStackedWidget(this)),
      m_sentence(new QLabel(this)),
      m_picture(new QLabel(this)),
      m_text(new QPlainTextEdit(this)) {
  setObjectName(QStringLiteral("attachmentPreview"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(name);
  resize(scaled(kWidth), scaled(kHeight));
  for (QLabel* label : {m_sentence, m_picture}) {
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
  }
  m_sentence->setObjectName(QStringLiteral("attachmentPreviewSentence"));
  m_sentence->setWordWrap(true);
  m_picture->setObjectName(QStringLiteral("attachmentPreviewPicture"));
  m_text->setObjectName(QStringLiteral("attachmentPreviewText"));
  m_text->setAccessibleName(name);
  m_text->setReadOnly(true);
  auto* area = new QScrollArea(this);
  area->setAlignment(Qt::AlignCenter);
  area->setFrameShape(QFrame::NoFrame);
  area->setWidget(m_picture);
  area->setObjectName(QStringLiteral("attachmentPreviewArea"));
  area->setAccessibleName(name);
  m_stack->addWidget(m_sentence);
  m_stack->addWidget(area);
  m_stack->addWidget(m_text);
  auto* hint = new QLabel(tr("Esc closes"), this);
  hint->setFont(ui::font(TextRole::caption));
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_stack, 1);
  column->addWidget(hint, 0, Qt::AlignRight);
  if (domain::isPicture(mediaType)) {
    showPicture(content);
  } else if (domain::canBeShown(mediaType)) {
    showText(content);
  } else {
    say(tr("This cannot be shown here. Save a copy to open it elsewhere."));
  }
}

void AttachmentPreview::showPicture(const std::string& content) {
  m_sentence->setText(tr("Reading the picture …"));
  auto* reader = new PictureReader(this);
  connect(reader, &PictureReader::done, this, [this](const QImage& image) {
    if (image.isNull())
      return say(tr("This picture is damaged, or too large to be shown. Save a copy to look at it elsewhere."));
    m_picture->setPixmap(QPixmap::fromImage(image));
    m_picture->resize(image.size());
    m_stack->setCurrentIndex(1);
    m_stack->currentWidget()->setFocus();
    emit shown();
  });
  reader->read(content, kSide);
}

void AttachmentPreview::showText(const std::string& content) {
  const bool isCut = content.size() > kMostText;
  const auto text = base::repairedText(std::string_view(content).substr(0, kMostText), base::Lines::multiple);
  m_text->setPlainText(fromCore(base::visibleText(text.text)) +
                       (isCut ? QLatin1Char('\n') + tr("… This is not all of it.") : QString()));
  m_stack->setCurrentWidget(m_text);
  m_text->setFocus();
  QMetaObject::invokeMethod(this, &AttachmentPreview::shown, Qt::QueuedConnection);
}

void AttachmentPreview::say(const QString& sentence) {
  m_sentence->setText(sentence);
  m_stack->setCurrentWidget(m_sentence);
  QMetaObject::invokeMethod(this, &AttachmentPreview::shown, Qt::QueuedConnection);
}

}  // namespace ow::ui
