// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/colleague_picker.h"

#include <QLineEdit>

#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/words.h"

namespace ow::ui {

ColleaguePicker::ColleaguePicker(Bridge& bridge, const QString& name, const QString& accessibleName, QWidget* parent)
    : Picker(name, accessibleName, parent), m_bridge(bridge) {
  setMostRows(4);  // the panel stands in the inbox's preview, too
  edit()->setPlaceholderText(tr("Name, pinyin or initials of a colleague"));
}

void ColleaguePicker::start() {
  m_colleague.reset();
  search({});
}

void ColleaguePicker::lookUp(const QString& typed, int ticket) {
  m_bridge.run(
      Lane::read, this, [text = toCore(typed.trimmed())](desk::Desk& desk) { return desk::colleagues(desk, text); },
      [this, ticket](const base::Result<std::vector<desk::Colleague>>& found) {
        if (isStale(ticket)) return;
        if (!found) return Picker::show({}, words::sentence(found.error()));
        m_found = found.value();
        QList<Choice> choices;
        for (const desk::Colleague& one : m_found)
          choices.append({one.isMe ? tr("%1 (you)", "a clerk's name").arg(fromCore(one.name)) : fromCore(one.name),
                          tr("%n open case(s)", nullptr, static_cast<int>(one.openCases))});
        Picker::show(choices, tr("Nobody of this hall has this name."));
      });
}

void ColleaguePicker::take(int row) {
  if (row < 0 || static_cast<std::size_t>(row) >= m_found.size()) return;
  m_colleague = m_found[static_cast<std::size_t>(row)];
  setChosen(fromCore(m_colleague->name));
}

}  // namespace ow::ui
