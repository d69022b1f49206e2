// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How many times longer than usual a program may take under the sanitizer that it is built with. Tests use it for
/// limits that are a promise of the product, and not only there to end a test that hangs.
#if defined(__SANITIZE_THREAD__)
inline constexpr int slowdown = 10;
#elif defined(__SANITIZE_ADDRESS__)
inline constexpr int slowdown = 3;
#else
inline constexpr int slowdown = 1;
#endif
