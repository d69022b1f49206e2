// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pthread.h>

/// Names the calling thread for debuggers and top(1). Linux allows 15 characters, and keeps the name before if there
/// are more (pthread_setname_np(3)).
inline void nameThread(const char *name) { pthread_setname_np(pthread_self(), name); }
