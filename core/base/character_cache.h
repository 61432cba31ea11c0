// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace ow::base {

// What has been worked out for a character, kept for ever: readers take no lock, the first who asks for a character computes it
// under one. Any thread. Memory is bounded by the 1.1 million code points of Unicode; a hall's names touch a few thousand.
template <class Value>
class CharacterCache {
 public:
  // `make` is called under the lock of this cache (so ICU and OpenCC objects in it need none of their own) and must not come
  // back here.
  template <class Make>
  const Value& get(char32_t codePoint, Make&& make) {
    const char32_t c = codePoint <= 0x10FFFF ? codePoint : 0xFFFD;
    const Page* page = m_pages[c >> kPageBits].load(std::memory_order_acquire);
    if (page != nullptr) {
      const Value* value = page->values[c & kPageMask].load(std::memory_order_acquire);
      if (value != nullptr) return *value;
    }
    return add(c, std::forward<Make>(make));
  }

 private:
  static constexpr unsigned kPageBits = 8;
  static constexpr char32_t kPageMask = (1U << kPageBits) - 1;
  struct Page {
    std::array<std::atomic<const Value*>, kPageMask + 1> values{};
  };

  template <class Make>
  const Value& add(char32_t c, Make&& make) {
    const std::lock_guard lock(m_filling);
    std::atomic<Page*>& slot = m_pages[c >> kPageBits];
    if (slot.load(std::memory_order_relaxed) == nullptr) {
      m_owned.push_back(std::make_unique<Page>());
      slot.store(m_owned.back().get(), std::memory_order_release);
    }
    std::atomic<const Value*>& place = slot.load(std::memory_order_relaxed)->values[c & kPageMask];
    if (const Value* there = place.load(std::memory_order_relaxed)) return *there;
    m_values.push_back(make(c));
    place.store(&m_values.back(), std::memory_order_release);
    return m_values.back();
  }

  std::array<std::atomic<Page*>, (0x10FFFFU >> kPageBits) + 1> m_pages{};
  std::mutex m_filling;
  std::vector<std::unique_ptr<Page>> m_owned;
  std::deque<Value> m_values;
};

}  // namespace ow::base
