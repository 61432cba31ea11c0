// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/store_banner.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

#include "kit/bridge.h"
#include "kit/style_sheet.h"

namespace ow::ui {

StoreBanner::StoreBanner(Bridge& bridge, QWidget* parent) : QFrame(parent), m_say(new QLabel(this)) {
  setLook(this, Look::banner);
  m_say->setObjectName(QStringLiteral("storeBanner"));
  m_say->setTextFormat(Qt::PlainText);
  m_say->setWordWrap(true);
  auto* line = new QHBoxLayout(this);
  line->addWidget(m_say);
  hide();
  if (bridge.desk().isReadOnly()) {
    say(
        tr("The store can only be read now: everything can be looked up, nothing can be written. Ask your administrator about "
           "the disk."));
    return;  // for as long as it is open
  }
  connect(&bridge, &Bridge::writeRefused, this, &StoreBanner::tell);
  connect(&bridge, &Bridge::changed, this, &QWidget::hide);
}

void StoreBanner::tell(const base::Error& error) {
  if (error.kind == base::ErrorKind::diskFull)
    return say(
        tr("The disk is full: nothing can be written now. What you type stays in the window and is kept as soon as there "
           "is room again. Do not close the window; tell your administrator."));
  if (error.kind == base::ErrorKind::storeReadOnly)
    return say(
        tr("The store has become read-only: nothing can be written now. What you type stays in the window and is kept as "
           "soon as the store can be written again. Do not close the window; tell your administrator."));
  say(
      tr("The disk does not answer as it should: nothing can be written now. What you type stays in the window and is kept as "
         "soon as the disk answers. Do not close the window; tell your administrator."));
}

void StoreBanner::say(const QString& sentence) {
  if (isVisibleTo(parentWidget()) && m_say->text() == sentence) return;
  m_say->setText(sentence);
  show();
  QAccessibleEvent told(m_say, QAccessible::Alert);
  QAccessible::updateAccessibility(&told);
}

}  // namespace ow::ui
