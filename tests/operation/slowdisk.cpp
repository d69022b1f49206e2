// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that stalls, for a server that loads this library before others (LD_PRELOAD). The writer of recordings is the
// only caller of pwritev(). As long as the file that WAYMARK_SLOW_DISK names exists, writing to a path that contains
// the text in that file does not return. The file with the name `<that file>.held` appears once a writer waits.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

namespace {
bool isStalled(int file)
{
    const char *flag = std::getenv("WAYMARK_SLOW_DISK");
    const int opened = flag ? ::open(flag, O_RDONLY | O_CLOEXEC) : -1;
    if (opened < 0)
        return false;
    char wanted[256] = {};
    const auto read = ::read(opened, wanted, sizeof wanted - 1);
    ::close(opened);
    char path[4096] = {};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    if (read <= 0 || ::readlink(link.c_str(), path, sizeof path - 1) <= 0 || !std::strstr(path, wanted))
        return false;
    ::close(::open((std::string(flag) + ".held").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    return true;
}

ssize_t write(const char *name, int file, const iovec *parts, int count, off_t offset)
{
    using Function = ssize_t (*)(int, const iovec *, int, off_t);
    const auto next = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
    constexpr timespec pause{.tv_sec = 0, .tv_nsec = 20'000'000};
    while (isStalled(file))
        ::nanosleep(&pause, nullptr);
    return next(file, parts, count, offset);
}
}

extern "C" {
__attribute__((visibility("default"))) ssize_t pwritev(int file, const iovec *parts, int count, off_t offset)
{
    return write("pwritev", file, parts, count, offset);
}
__attribute__((visibility("default"))) ssize_t pwritev64(int file, const iovec *parts, int count, off64_t offset)
{
    return write("pwritev64", file, parts, count, offset);
}
}
