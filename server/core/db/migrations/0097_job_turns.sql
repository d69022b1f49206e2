-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of the jobs of an owner, the one that has waited the longest runs first. The earlier lease of a claimed job tells
-- whether its runner has finished the job, or still runs it.
ALTER TABLE job ADD COLUMN waiting_since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN leased_before TEXT;
