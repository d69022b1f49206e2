// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/jobs/jobstore.h"

class AccountDeletions;
class AccountExports;

namespace PersonalDataJobs {
/// Makes an export. The key is the ID of the account.
inline constexpr JobKind exporting{.name = QLatin1StringView("account_export"),
                                   .lane = Job::Lane::Bulk,
                                   .longestPause = std::chrono::minutes(5),
                                   .giveUpAfter = std::chrono::hours(1),
                                   .atOnce = 1};
/// Reminds of a deletion, and deletes an account when its grace time is over. The key is the ID of the account.
inline constexpr JobKind deleting{
    .name = QLatin1StringView("account_deletion"), .lane = Job::Lane::Tidy, .giveUpAfter = std::chrono::hours(24 * 30)};
/// Deletes the files of an account that was deleted from one storage.
inline constexpr JobKind deletingFiles{
    .name = QLatin1StringView("account_files"), .lane = Job::Lane::Tidy, .giveUpAfter = std::chrono::hours(24 * 7)};

/// Returns the jobs of these kinds, and the hourly job that deletes old exports.
JobTable all(AccountExports &exports, AccountDeletions &deletions);
}
