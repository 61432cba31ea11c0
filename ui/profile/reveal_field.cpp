// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/reveal_field.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVariantAnimation>

#include "kit/style_sheet.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {
constexpr int kBarHeight = 2;
}

RevealField::RevealField(desk::MaskedField field, const QString& caption, int index, QWidget* parent)
    : QWidget(parent),
      m_field(std::move(field)),
      m_caption(caption),
      m_grid(new QGridLayout(this)),
      m_value(new QLabel(QString::fromStdString(m_field.shown), this)),
      m_failure(new QLabel(this)),
      m_button(new QPushButton(tr("Reveal"), this)),
      m_bar(new QVariantAnimation(this)) {
  QGridLayout* grid = m_grid;
  grid->setContentsMargins(0, 0, 0, kBarHeight + 1);
  grid->setHorizontalSpacing(px(Space::small));
  grid->setVerticalSpacing(0);
  auto* heading = new QLabel(caption, this);
  heading->setTextFormat(Qt::PlainText);
  heading->setFont(ui::font(TextRole::caption));
  setLook(heading, Look::quiet);
  grid->addWidget(heading, 0, 0, 1, 2);
  grid->addWidget(m_value, 1, 0);
  grid->addWidget(m_button, 1, 1, Qt::AlignLeft | Qt::AlignVCenter);
  grid->addWidget(m_failure, 2, 0, 1, 2);
  grid->setColumnStretch(1, 1);

  m_value->setObjectName(QStringLiteral("profileValue_%1").arg(index));
  m_value->setTextFormat(Qt::PlainText);
  m_failure->setTextFormat(Qt::PlainText);
  m_failure->setWordWrap(true);
  setLook(m_failure, Look::danger);
  m_failure->hide();
  m_button->setObjectName(QStringLiteral("profileReveal_%1").arg(index));
  m_button->setAccessibleName(tr("Reveal: %1").arg(caption));
  setLook(m_button, Look::quiet);
  m_button->setVisible(canReveal());
  connect(m_button, &QPushButton::clicked, this, &RevealField::onButton);

  m_end.setSingleShot(true);
  connect(&m_end, &QTimer::timeout, this, &RevealField::mask);
  m_bar->setStartValue(1.0);
  m_bar->setEndValue(0.0);
  connect(m_bar, &QVariantAnimation::valueChanged, this, [this] { update(); });
}

void RevealField::setValueFont(const QFont& font) {
  m_value->setFont(font);
}

void RevealField::setWrapping() {
  m_value->setWordWrap(true);
  m_grid->removeWidget(m_value);
  m_grid->removeWidget(m_button);
  m_grid->removeWidget(m_failure);
  m_grid->addWidget(m_value, 1, 0, 1, 2);
  m_grid->addWidget(m_button, 2, 0, Qt::AlignLeft);
  m_grid->addWidget(m_failure, 3, 0, 1, 2);
}

void RevealField::onButton() {
  if (m_isClear) return mask();
  if (m_isWaiting) return;  // not disabled meanwhile: the focus would run away
  emit revealAsked();
}

bool RevealField::canReveal() const {
  return m_field.shown.find('*') != std::string::npos;
}

void RevealField::setWaiting() {
  m_failure->hide();
  m_isWaiting = true;
}

void RevealField::showClear(const QString& clear) {
  m_isWaiting = false;
  if (!isVisible()) return;  // parked meanwhile: nobody asked to see it any more
  m_failure->hide();
  m_value->setText(clear);
  m_isClear = true;
  m_button->setText(tr("Hide"));
  m_button->setAccessibleName(tr("Hide: %1").arg(m_caption));
  m_end.start(m_shownFor);
  m_bar->setDuration(static_cast<int>(m_shownFor.count()));
  m_bar->start();
}

void RevealField::sayFailed(const QString& sentence) {
  m_isWaiting = false;
  m_failure->setText(sentence);
  m_failure->show();
}

void RevealField::mask() {
  m_isWaiting = false;
  if (!m_isClear) return;
  m_isClear = false;
  m_end.stop();
  m_bar->stop();
  m_value->setText(QString::fromStdString(m_field.shown));
  m_button->setText(tr("Reveal"));
  m_button->setAccessibleName(tr("Reveal: %1").arg(m_caption));
  update();
}

void RevealField::hideEvent(QHideEvent* event) {
  mask();
  QWidget::hideEvent(event);
}

void RevealField::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (!m_isClear) return;
  const double left = m_bar->currentValue().toDouble();
  QPainter painter(this);
  const QRect line(m_value->x(), height() - kBarHeight, width() - m_value->x(), kBarHeight);
  painter.fillRect(line, Theme::current().line);
  QRect rest = line;
  rest.setWidth(static_cast<int>(line.width() * left));
  painter.fillRect(rest, Theme::current().accent);
}

}  // namespace ow::ui
