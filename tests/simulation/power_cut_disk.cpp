// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/power_cut_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace ow::testkit {

namespace {

constexpr std::size_t kSector = 512;

struct OpenFile {
  sqlite3_file base;
  PowerCutDisk* disk;
  PowerCutDisk::File* file;
  int lockLevel;
  bool isSharing;  // has mapped the log's index
};

OpenFile* self(sqlite3_file* file) {
  return reinterpret_cast<OpenFile*>(file);
}
PowerCutDisk* diskOf(sqlite3_vfs* vfs) {
  return static_cast<PowerCutDisk*>(vfs->pAppData);
}

int unlockFile(sqlite3_file* file, int level);

int closeFile(sqlite3_file* file) {
  unlockFile(file, SQLITE_LOCK_NONE);
  return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
  const auto& bytes = self(file)->file->current;
  const auto wanted = std::size_t(amount);
  const std::size_t from = std::min(std::size_t(offset), bytes.size());
  const std::size_t there = std::min(wanted, bytes.size() - from);
  std::memcpy(out, bytes.data() + from, there);
  if (there == wanted) return SQLITE_OK;
  std::memset(static_cast<char*>(out) + there, 0, wanted - there);
  return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
  if (const int code = self(file)->disk->spend()) return code;
  PowerCutDisk::File& f = *self(file)->file;
  const std::size_t end = std::size_t(offset) + std::size_t(amount);
  if (f.current.size() < end) f.current.resize(end);
  std::memcpy(f.current.data() + offset, data, std::size_t(amount));
  for (std::size_t s = std::size_t(offset) / kSector; s * kSector < end; ++s) f.dirty.insert(s);
  return SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  if (const int code = self(file)->disk->spend()) return code;
  PowerCutDisk::File& f = *self(file)->file;
  for (std::size_t s = std::size_t(size) / kSector; s * kSector < f.current.size(); ++s) f.dirty.insert(s);
  f.current.resize(std::size_t(size));
  return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int) {
  if (const int code = self(file)->disk->spend()) return code;
  PowerCutDisk::File& f = *self(file)->file;
  f.synced.resize(f.current.size());
  for (const std::size_t s : f.dirty) {
    const std::size_t from = s * kSector;
    if (from >= f.current.size()) continue;
    const std::size_t count = std::min(kSector, f.current.size() - from);
    std::copy_n(f.current.begin() + std::ptrdiff_t(from), count, f.synced.begin() + std::ptrdiff_t(from));
  }
  f.dirty.clear();
  return SQLITE_OK;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
  *size = sqlite3_int64(self(file)->file->current.size());
  return SQLITE_OK;
}

// Locks of one thread's connections: nobody waits, but the last one out must know that it is the last.
int lockFile(sqlite3_file* file, int level) {
  OpenFile* me = self(file);
  PowerCutDisk::File& f = *me->file;
  if (level <= me->lockLevel) return SQLITE_OK;
  if (level == SQLITE_LOCK_EXCLUSIVE && f.lockers > (me->lockLevel > SQLITE_LOCK_NONE ? 1 : 0)) return SQLITE_BUSY;
  if (me->lockLevel == SQLITE_LOCK_NONE) ++f.lockers;
  me->lockLevel = level;
  return SQLITE_OK;
}
int unlockFile(sqlite3_file* file, int level) {
  OpenFile* me = self(file);
  if (level >= me->lockLevel) return SQLITE_OK;
  if (level == SQLITE_LOCK_NONE) --me->file->lockers;
  me->lockLevel = level;
  return SQLITE_OK;
}
int isReserved(sqlite3_file*, int* answer) {
  *answer = 0;
  return SQLITE_OK;
}
int controlFile(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}
int sectorSize(sqlite3_file*) {
  return int(kSector);
}
int traits(sqlite3_file*) {
  return 0;
}

// The log's index lives in memory that a power cut empties: one thread, so locks need not do anything.
int mapShared(sqlite3_file* file, int region, int size, int, void volatile** out) {
  PowerCutDisk::File& f = *self(file)->file;
  if (!self(file)->isSharing) ++f.sharers;
  self(file)->isSharing = true;
  auto& shared = f.shared;
  while (shared.size() <= std::size_t(region)) shared.emplace_back(std::size_t(size), std::uint8_t{0});
  *out = shared[std::size_t(region)].data();
  return SQLITE_OK;
}
int lockShared(sqlite3_file*, int, int, int) {
  return SQLITE_OK;
}
void barrier(sqlite3_file*) {}
int unmapShared(sqlite3_file* file, int deleteIt) {
  PowerCutDisk::File& f = *self(file)->file;
  if (self(file)->isSharing) --f.sharers;
  self(file)->isSharing = false;
  if (deleteIt != 0 && f.sharers == 0) f.shared.clear();
  return SQLITE_OK;
}

const sqlite3_io_methods kMethods = [] {
  sqlite3_io_methods m{};
  m.iVersion = 2;
  m.xClose = closeFile;
  m.xRead = readFile;
  m.xWrite = writeFile;
  m.xTruncate = truncateFile;
  m.xSync = syncFile;
  m.xFileSize = sizeOfFile;
  m.xLock = lockFile;
  m.xUnlock = unlockFile;
  m.xCheckReservedLock = isReserved;
  m.xFileControl = controlFile;
  m.xSectorSize = sectorSize;
  m.xDeviceCharacteristics = traits;
  m.xShmMap = mapShared;
  m.xShmLock = lockShared;
  m.xShmBarrier = barrier;
  m.xShmUnmap = unmapShared;
  return m;
}();

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  PowerCutDisk* disk = diskOf(vfs);
  const std::string key = name != nullptr ? name : "temporary";
  self(file)->base.pMethods = nullptr;
  if (!disk->has(key) && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
  self(file)->disk = disk;
  self(file)->file = &disk->open(key);
  self(file)->lockLevel = SQLITE_LOCK_NONE;
  self(file)->isSharing = false;
  self(file)->base.pMethods = &kMethods;
  if (outFlags != nullptr) *outFlags = flags;
  return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int) {
  if (const int code = diskOf(vfs)->spend()) return code;
  diskOf(vfs)->remove(name);
  return SQLITE_OK;
}

int accessFile(sqlite3_vfs* vfs, const char* name, int, int* answer) {
  *answer = diskOf(vfs)->has(name) ? 1 : 0;
  return SQLITE_OK;
}

int fullName(sqlite3_vfs*, const char* name, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", name);
  return SQLITE_OK;
}

}  // namespace

PowerCutDisk::PowerCutDisk() : m_name("power-cut-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))) {
  sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
  m_vfs = std::make_unique<sqlite3_vfs>(*real);  // clock and randomness are the real ones
  m_vfs->szOsFile = sizeof(OpenFile);
  m_vfs->zName = m_name.c_str();
  m_vfs->pAppData = this;
  m_vfs->pNext = nullptr;
  m_vfs->xOpen = openFile;
  m_vfs->xDelete = deleteFile;
  m_vfs->xAccess = accessFile;
  m_vfs->xFullPathname = fullName;
  sqlite3_vfs_register(m_vfs.get(), 0);
}

PowerCutDisk::~PowerCutDisk() {
  sqlite3_vfs_unregister(m_vfs.get());
}

int PowerCutDisk::spend() {
  ++m_calls;
  if (m_left >= 0 && m_left-- == 0) m_isCut = true;
  if (m_isCut) {
    errno = EIO;
    return SQLITE_IOERR;
  }
  if (m_failAt < 0 || m_calls < m_failAt || m_calls >= m_failAt + m_failCalls) return SQLITE_OK;
  errno = m_systemCode;
  return m_failCode;
}

PowerCutDisk::Image PowerCutDisk::image() const {
  Image image;
  for (const auto& [name, file] : m_files) image[name] = file->current;
  return image;
}

void PowerCutDisk::load(const Image& image) {
  m_files.clear();
  for (const auto& [name, bytes] : image) {
    File& file = open(name);
    file.synced = file.current = bytes;
  }
  m_left = m_failAt = -1;
  m_isCut = false;
}

void PowerCutDisk::restorePower(base::Random& dice) {
  for (auto& [name, file] : m_files) {
    std::vector<std::uint8_t> found = file->synced;
    // The new length may have reached the disk or not, like any other write.
    if (file->current.size() != found.size() && dice.below(2) == 0) found.resize(file->current.size());
    for (const std::size_t sector : file->dirty) {
      const std::size_t from = sector * kSector;
      const std::uint64_t fate = dice.below(3);  // lost, kept, torn
      if (fate == 0 || from >= file->current.size()) continue;
      std::size_t count = std::min(kSector, file->current.size() - from);
      if (fate == 2) count = std::size_t(dice.below(count)) + 1;
      if (found.size() < from + count) found.resize(from + count);
      std::copy_n(file->current.begin() + std::ptrdiff_t(from), count, found.begin() + std::ptrdiff_t(from));
    }
    file->synced = file->current = std::move(found);
    file->dirty.clear();
    file->shared.clear();
  }
  m_left = -1;
  m_isCut = false;
}

}  // namespace ow::testkit
