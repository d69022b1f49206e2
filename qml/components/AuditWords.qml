// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Translates the actions of the audit log.
QtObject {
    readonly property var actions: [
        "", "sign_in", "sign_in_failed", "session_ended", "signed_out_everywhere", "password_changed",
        "second_factor_enabled", "second_factor_disabled", "recovery_codes_made", "recovery_code_used",
        "security_key_added", "security_key_renamed", "security_key_removed", "security_key_refused", "account_changed", "account_status_changed", "role_changed",
        "app_created", "app_changed", "app_status_changed", "key_rotated", "consent_given", "consent_withdrawn", "identity_linked",
        "support_access_granted", "support_access_ended", "support_viewed", "share_given", "share_ended",
        "recording_deleted", "data_exported", "deletion_scheduled", "deletion_cancelled"
    ]

    function name(action) {
        const names = {
            "": qsTr("All activity"),
            "sign_in": qsTr("Signed in"), "sign_in_failed": qsTr("Sign-in failed"), "signed_out": qsTr("Signed out"),
            "signed_out_everywhere": qsTr("Signed out everywhere"),
            "second_factor_enabled": qsTr("Two-factor sign-in switched on"), "second_factor_disabled": qsTr("Two-factor sign-in switched off"),
            "data_exported": qsTr("Data exported"), "deletion_scheduled": qsTr("Account deletion scheduled"),
            "deletion_cancelled": qsTr("Account deletion canceled"), "account_deleted": qsTr("Account deleted"),
            "recovery_codes_made": qsTr("Recovery codes created"), "recovery_code_used": qsTr("Recovery code used"),
            "security_key_added": qsTr("Security key added"), "security_key_renamed": qsTr("Security key renamed"),
            "security_key_removed": qsTr("Security key removed"), "security_key_refused": qsTr("Security key refused"),
            "session_ended": qsTr("Session ended"), "password_changed": qsTr("Password changed"), "password_reset": qsTr("Password reset"),
            "account_registered": qsTr("Account registered"), "account_verified": qsTr("Address verified"),
            "account_changed": qsTr("Account details changed"), "account_status_changed": qsTr("Account status changed"),
            "user_created": qsTr("User created"), "role_changed": qsTr("Role changed"),
            "app_created": qsTr("App created"), "app_changed": qsTr("App changed"), "app_status_changed": qsTr("App status changed"),
            "app_removed": qsTr("App deleted"), "key_rotated": qsTr("Key rotated"), "signing_key_rotated": qsTr("Signing key rotated"),
            "one_time_token_made": qsTr("One-time token created"), "consent_given": qsTr("App access allowed"), "consent_withdrawn": qsTr("App access revoked"),
            "identity_linked": qsTr("Sign-in method linked"), "identity_unlinked": qsTr("Sign-in method unlinked"),
            "support_access_granted": qsTr("Support access granted"), "support_access_ended": qsTr("Support access ended"),
            "support_searched": qsTr("Support search"), "support_viewed": qsTr("Support view"),
            "share_given": qsTr("Share created"), "share_ended": qsTr("Share ended"),
            "recording_deleted": qsTr("Recording deleted")
        }
        return names[action] ?? action
    }
}
