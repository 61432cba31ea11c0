// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/service_picker.h"

#include <QLineEdit>

#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/words.h"

namespace ow::ui {

namespace {
constexpr std::size_t kServicesShown = 12;
}

ServicePicker::ServicePicker(Bridge& bridge, const QString& name, const QString& accessibleName, QWidget* parent)
    : Picker(name, accessibleName, parent), m_bridge(bridge) {
  edit()->setPlaceholderText(tr("What is it about? Words, pinyin or a service code"));
}

void ServicePicker::setService(const desk::ServiceChoice& service) {
  m_service = service;
  setChosen(fromCore(service.name));
}

void ServicePicker::lookUp(const QString& typed, int ticket) {
  m_bridge.run(
      Lane::read, this, [text = toCore(typed)](desk::Desk& desk) { return desk::findServices(desk, text, kServicesShown); },
      [this, ticket](const base::Result<std::vector<desk::ServiceChoice>>& found) {
        if (isStale(ticket)) return;
        if (!found) return Picker::show({}, words::sentence(found.error()));
        m_found = found.value();
        QList<Choice> choices;
        for (const desk::ServiceChoice& one : m_found)
          choices.append({fromCore(one.name),
                          one.promised
                              ? tr("%1 · %2", "department · limit").arg(fromCore(one.department), words::of(*one.promised))
                              : fromCore(one.department)});
        Picker::show(choices, tr("No service has these words. Try fewer or other words."));
      });
}

void ServicePicker::take(int row) {
  if (row >= 0 && static_cast<std::size_t>(row) < m_found.size()) setService(m_found[static_cast<std::size_t>(row)]);
}

}  // namespace ow::ui
