-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ID of the server's data folder, which also names its rings in a shared media folder. Empty: not stated yet.
ALTER TABLE server ADD COLUMN folder_id TEXT NOT NULL DEFAULT '';
