// SPDX-License-Identifier: GPL-3.0-or-later
#include "register/central_search_page.h"
#include "shell/main_window.h"

namespace ow::ui {

// One page asks the centre, however often it is called.
void MainWindow::searchCentre(const QString& typed) {
  auto* page = qobject_cast<CentralSearchPage*>(openPlace(kind::kCentralSearch));
  if (page == nullptr || typed.isEmpty()) return;
  page->beginWith(typed);
  page->takeFocus();
}

}  // namespace ow::ui
