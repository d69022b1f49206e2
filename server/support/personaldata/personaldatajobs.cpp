// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/personaldata/personaldatajobs.h"

#include "server/support/personaldata/accountdeletions.h"
#include "server/support/personaldata/accountexports.h"

using namespace Qt::StringLiterals;

namespace {
constexpr JobKind deletedExports{.name = QLatin1StringView("deleted_exports"), .lane = Job::Lane::Tidy};
constexpr JobKind oldExports{.name = QLatin1StringView("old_exports"), .lane = Job::Lane::Tidy};
}

JobTable PersonalDataJobs::all(AccountExports &exports, AccountDeletions &deletions)
{
    return {
        {.kind = exporting,
         .run =
             [&exports](const Job &job, const std::atomic_bool &stopping) {
                 if (const auto account = AccountId::parse(job.key))
                     exports.make(*account, stopping);
                 return std::nullopt;
             },
         .gaveUp =
             [&exports](const Job &job) {
                 if (const auto account = AccountId::parse(job.key))
                     exports.giveUp(*account, u"export_failed"_s);
             }},
        {.kind = deleting,
         .run =
             [&deletions](const Job &job, const std::atomic_bool &stopping) {
                 const auto account = AccountId::parse(job.key);
                 return account ? deletions.proceed(*account, stopping) : std::nullopt;
             }},
        {.kind = deletingFiles,
         .run = [&deletions](const Job &job,
                             const std::atomic_bool &stopping) { return deletions.removeRest(job.payload, stopping); }},
        {.kind = deletedExports,
         .run =
             [&exports](const Job &, const std::atomic_bool &) {
                 exports.removeNoted();
                 return std::nullopt;
             },
         .period = std::chrono::seconds(30),
         .everyServer = true},
        {.kind = oldExports,
         .run =
             [&exports](const Job &, const std::atomic_bool &stopping) {
                 exports.removeOld(stopping);
                 return std::nullopt;
             },
         .period = std::chrono::hours(1),
         .everyServer = true}};
}
