// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/party_picker.h"

#include <QLineEdit>

#include <algorithm>

#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/words.h"

namespace ow::ui {

namespace {
constexpr std::size_t kAsked = 24;  // cases are among them and left out
constexpr std::size_t kShown = 6;
}  // namespace

PartyPicker::PartyPicker(Bridge& bridge, const QString& name, const QString& accessibleName, QWidget* parent)
    : Picker(name, accessibleName, parent), m_bridge(bridge) {
  edit()->setPlaceholderText(tr("Name, pinyin, card number or phone"));
}

void PartyPicker::setParty(domain::PartyId id, const QString& maskedLabel) {
  m_party = id;
  m_label = maskedLabel;
  setChosen(maskedLabel);
}

void PartyPicker::lookUp(const QString& typed, int ticket) {
  m_bridge.run(
      Lane::search, this, [text = toCore(typed)](desk::Desk& desk) { return desk::find(desk, text, kAsked); },
      [this, ticket, typed](const base::Result<std::vector<desk::Found>>& found) {
        if (isStale(ticket)) return;
        if (found) return show(found.value(), typed);
        if (found.error().kind == base::ErrorKind::cancelled) return askAgain();
        Picker::show({}, words::sentence(found.error()));
      });
}

void PartyPicker::forget() {
  m_party.reset();
  m_label.clear();
}

void PartyPicker::show(const std::vector<desk::Found>& found, const QString& typed) {
  m_found.clear();
  std::copy_if(found.begin(), found.end(), std::back_inserter(m_found),
               [](const desk::Found& one) { return one.kind != desk::Found::Kind::case_; });
  if (m_found.size() > kShown) m_found.resize(kShown);
  QList<Choice> choices;
  for (const desk::Found& one : m_found) choices.append({fromCore(one.label), fromCore(one.detail)});
  Picker::show(choices,
               typed.trimmed().isEmpty() ? QString() : tr("Nobody found. You can go on without, or register them first."));
}

void PartyPicker::take(int row) {
  if (row < 0 || static_cast<std::size_t>(row) >= m_found.size()) return;
  const desk::Found& one = m_found[static_cast<std::size_t>(row)];
  setParty(domain::PartyId{one.id.uuid}, fromCore(one.label));
}

}  // namespace ow::ui
