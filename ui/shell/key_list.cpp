// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/key_list.h"

#include <QCoreApplication>

namespace ow::ui {

namespace {
struct Keys {
  Q_DECLARE_TR_FUNCTIONS(Keys)
};

QString shown(ShellKey key) {
  return sequencesOf(key).join(QStringLiteral("  "));
}
}  // namespace

QStringList sequencesOf(ShellKey key) {
  switch (key) {
    case ShellKey::search:
      return {QStringLiteral("Ctrl+K"), QStringLiteral("F3")};
    case ShellKey::park:
      return {QStringLiteral("F8")};
    case ShellKey::accept:
      return {QStringLiteral("F9")};
    case ShellKey::next:
      return {QStringLiteral("F12")};
    case ShellKey::arrived:
      return {QStringLiteral("Shift+F12")};
    case ShellKey::noShow:
      return {QStringLiteral("Ctrl+G")};
    case ShellKey::reviews:
      return {QStringLiteral("Ctrl+R")};
    case ShellKey::surveys:
      return {QStringLiteral("Ctrl+M")};
    case ShellKey::board:
      return {QStringLiteral("Ctrl+H")};
    case ShellKey::sync:
      return {QStringLiteral("F5")};
    case ShellKey::scorecard:
      return {QStringLiteral("Ctrl+B")};
    case ShellKey::closeTab:
      return {QStringLiteral("Ctrl+W")};
    case ShellKey::lock:
      return {QStringLiteral("Ctrl+L")};
    case ShellKey::pad:
      return {QStringLiteral("Shift+F4")};
    case ShellKey::cheatSheet:
      return {QStringLiteral("Ctrl+/")};
  }
  return {};
}

std::vector<KeyGroup> keyGroups() {
  return {
      {Keys::tr("Everywhere"),
       {{shown(ShellKey::search), Keys::tr("Search people, firms and cases")},
        {QStringLiteral("Ctrl+Enter"), Keys::tr("In the search: ask the centre for what stands there")},
        {shown(ShellKey::next), Keys::tr("Next citizen: call the next number, park this visit and search")},
        {shown(ShellKey::arrived), Keys::tr("Of the number that is called: arrived; of one that is served: done")},
        {shown(ShellKey::noShow), Keys::tr("Nobody came after three calls: a no-show")},
        {shown(ShellKey::park), Keys::tr("Park this visit; it stays as it is")},
        {QStringLiteral("Ctrl+1 … Ctrl+9"), Keys::tr("Go to an open visit")},
        {shown(ShellKey::closeTab), Keys::tr("Close this visit; unfinished text is kept")},
        {shown(ShellKey::reviews), Keys::tr("Reviews of bad ratings")},
        {shown(ShellKey::surveys), Keys::tr("Survey rounds")},
        {shown(ShellKey::board), Keys::tr("The live hall: queues, windows, today")},
        {shown(ShellKey::sync), Keys::tr("Sync: how things stand with the centre; again: sync now")},
        {shown(ShellKey::scorecard), Keys::tr("The scorecard, for supervisors")},
        {shown(ShellKey::lock), Keys::tr("Lock the screen")},
        {shown(ShellKey::pad), Keys::tr("Show or hide the citizen's screen")},
        {shown(ShellKey::cheatSheet), Keys::tr("Show these keys")}}},
      {Keys::tr("In a form"),
       {{QStringLiteral("Enter"), Keys::tr("Next field")},
        {QStringLiteral("Shift+Enter"), Keys::tr("Back to the field before")},
        {shown(ShellKey::accept) + QStringLiteral("  Ctrl+Enter"), Keys::tr("Accept, register or save")},
        {QStringLiteral("Esc"), Keys::tr("Leave the field; nothing typed is lost")}}},
      {Keys::tr("In a list"),
       {{QStringLiteral("J  K  ↓  ↑"), Keys::tr("Next and previous line")},
        {QStringLiteral("Enter"), Keys::tr("Open")},
        {QStringLiteral("T"), Keys::tr("Take the case")},
        {QStringLiteral("A"), Keys::tr("Give the case to a colleague")},
        {QStringLiteral("N"), Keys::tr("Write a note")}}},
      {Keys::tr("On a case"),
       {{QStringLiteral("A"), Keys::tr("Give the case to a colleague")},
        {QStringLiteral("F4"), Keys::tr("Ask for a rating on the citizen's screen")},
        {QStringLiteral("F7"), Keys::tr("Add files")},
        {QStringLiteral("F10"), Keys::tr("Issue a document")},
        {QStringLiteral("F11"), Keys::tr("Receipt by which the citizen can rate later")},
        {QStringLiteral("Enter  S"), Keys::tr("Open or fetch a file; save a copy")}}},
      {Keys::tr("On a citizen's page"),
       {{QStringLiteral("C"), Keys::tr("New contact")},
        {QStringLiteral("N"), Keys::tr("New case")},
        {QStringLiteral("E"), Keys::tr("Correct the data")},
        {QStringLiteral("D"), Keys::tr("Let the citizen check the data on their screen")},
        {QStringLiteral("R"), Keys::tr("Show a masked value")},
        {QStringLiteral("1 … 4"), Keys::tr("What the story shows")}}},
      {Keys::tr("On the reviews page"),
       {{QStringLiteral("1  2  3"), Keys::tr("Open, mine or all")},
        {QStringLiteral("Enter"), Keys::tr("Open the case")},
        {QStringLiteral("Ctrl+Enter"), Keys::tr("Take the step whose fields are open")}}},
      {Keys::tr("On the surveys page"),
       {{QStringLiteral("1 … 6"), Keys::tr("In the list: calls, slips, results, own words, tasks, codes")},
        {QStringLiteral("N"), Keys::tr("In the list: a new round")},
        {QStringLiteral("0 … 9  X"), Keys::tr("Answer a question; X is ten")},
        {QStringLiteral("A  R  N"), Keys::tr("Of a call: answers, refuses, not reached")},
        {QStringLiteral("P  J"), Keys::tr("Of a call: show the number; later")},
        {QStringLiteral("Enter"), Keys::tr("Save, and go to the next")}}},
      {Keys::tr("On the scorecard and a figure"),
       {{QStringLiteral("PgUp  PgDn"), Keys::tr("Earlier or later period")},
        {QStringLiteral("↑  ↓  ←  →"), Keys::tr("From figure to figure; Enter opens one")},
        {QStringLiteral("E"), Keys::tr("Export: pages, workbook or table")},
        {QStringLiteral("1 … 4"), Keys::tr("Of a figure: trend, months, compared, funnel")},
        {QStringLiteral("Enter"), Keys::tr("Of a member: its cases; of a case: open it")},
        {QStringLiteral("Esc"), Keys::tr("Back to the cases of all")}}},
      {Keys::tr("On the sync page"),
       {{QStringLiteral("1 … 9"), Keys::tr("Settle a conflict for that value")},
        {QStringLiteral("A  D"), Keys::tr("Accept or dismiss late work")},
        {QStringLiteral("R"), Keys::tr("Show masked values")},
        {QStringLiteral("S  P"), Keys::tr("Sync now; pause or go on")}}},
  };
}

}  // namespace ow::ui
