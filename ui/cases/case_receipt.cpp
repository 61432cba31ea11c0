// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/case_receipt.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>

#include <utility>

#include "cases/receipt_window.h"
#include "kit/bridge.h"
#include "kit/page.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

base::Result<ReceiptTexts> textsOf(desk::Desk& desk, domain::CaseId id) {
  ReceiptTexts texts;
  OW_TRY(texts.receipt, desk::receiptOfVisit(desk, id));
  OW_TRY(texts.lines[0], desk::receiptLines(texts.receipt, desk::ReportLanguage::zh));
  OW_TRY(texts.lines[1], desk::receiptLines(texts.receipt, desk::ReportLanguage::en));
  return texts;
}

}  // namespace

CaseReceipt::CaseReceipt(Bridge& bridge, Navigator& navigator, QWidget* page)
    : QWidget(page),
      m_bridge(bridge),
      m_navigator(navigator),
      m_make(new QPushButton(tr("Receipt to rate by  F11", "with its key"), this)) {
  m_make->setObjectName(QStringLiteral("caseReceipt"));
  m_make->setAccessibleName(tr("Receipt to rate by"));
  m_make->setToolTip(tr("F11: a code by which the citizen can rate later, at a kiosk"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_make);
  auto* key = new QShortcut(QKeySequence(Qt::Key_F11), page);
  key->setContext(Qt::WidgetWithChildrenShortcut);
  connect(key, &QShortcut::activated, this, &CaseReceipt::make);
  connect(m_make, &QPushButton::clicked, this, &CaseReceipt::make);
}

void CaseReceipt::setRefusal(const QString& why) {
  m_refusal = why;
  m_make->setEnabled(why.isEmpty());
  m_make->setToolTip(why.isEmpty() ? tr("F11: a code by which the citizen can rate later, at a kiosk") : why);
}

void CaseReceipt::make() {
  if (m_case.isNil()) return;
  if (!m_refusal.isEmpty()) return m_navigator.notify(m_refusal, Navigator::Tone::warning);
  if (std::exchange(m_isMaking, true)) return;
  m_bridge.run(
      Lane::write, this, [id = m_case](desk::Desk& desk) { return textsOf(desk, id); },
      [this](base::Result<ReceiptTexts> texts) {
        m_isMaking = false;
        if (!texts) return m_navigator.notify(words::sentence(texts.error()), Navigator::Tone::warning);
        (new ReceiptWindow(m_bridge, m_navigator, std::move(texts).value(), window()))->open();
      });
}

}  // namespace ow::ui
