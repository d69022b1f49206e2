<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>The changes to your profile are not saved.</source>
        <translation>Die Änderungen an Ihrem Profil sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Your password is not changed yet.</source>
        <translation>Ihr Passwort ist noch nicht geändert.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Plans and orders</source>
        <translation>Tarife und Bestellungen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Support access</source>
        <translation>Support-Zugriff</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
</context>
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts and servers</source>
        <translation>Konten und Server</translation>
    </message>
    <message>
        <source>Enter an address such as https://waymark.example.org.</source>
        <translation>Geben Sie eine Adresse wie https://waymark.example.org ein.</translation>
    </message>
    <message>
        <source>Remove an account first: no more fit in the list.</source>
        <translation>Entfernen Sie zuerst ein Konto: Die Liste ist voll.</translation>
    </message>
    <message>
        <source>You stay signed in to each account until you sign out or remove it.</source>
        <translation>Sie bleiben bei jedem Konto angemeldet, bis Sie sich abmelden oder es entfernen.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>This portal’s server: %1</source>
        <translation>Server dieses Portals: %1</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1 on %2</source>
        <translation>%1 auf %2 öffnen</translation>
    </message>
    <message>
        <source>Remove %1 on %2</source>
        <translation>%1 auf %2 entfernen</translation>
    </message>
    <message>
        <source>Sign out and remove</source>
        <translation>Abmelden und entfernen</translation>
    </message>
    <message>
        <source>Server of another account</source>
        <translation>Server eines weiteren Kontos</translation>
    </message>
    <message>
        <source>Leave this empty for another account on this portal’s own server.</source>
        <translation>Leer lassen für ein weiteres Konto auf dem Server dieses Portals.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>No matching activity</source>
        <translation>Keine passende Aktivität</translation>
    </message>
    <message>
        <source>Sign-ins, changes to keys and roles, and every access by support staff are recorded here.</source>
        <translation>Anmeldungen, Änderungen an Schlüsseln und Rollen sowie jeder Zugriff durch Support-Mitarbeiter werden hier aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1 (support)</source>
        <translation>%1 (Support)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
</context>
<context>
    <name>AddCameraDialog</name>
    <message>
        <source>Add camera</source>
        <translation>Kamera hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Front door</source>
        <translation>Haustür</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User name (optional)</source>
        <translation>Benutzername (optional)</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>Passwort (optional)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Waymark records the camera continuously. Recordings are kept as long as your plan and the server allow; the oldest are deleted first. You can change both in the camera&apos;s settings.</source>
        <translation>Waymark zeichnet die Kamera durchgehend auf. Aufzeichnungen bleiben erhalten, solange Ihr Tarif und der Server es zulassen; die ältesten werden zuerst gelöscht. Beides ändern Sie in den Einstellungen der Kamera.</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Street and number</source>
        <translation>Straße und Hausnummer</translation>
    </message>
    <message>
        <source>Address line 2</source>
        <translation>Adresszeile 2</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>State or region</source>
        <translation>Bundesland oder Region</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Two-letter code, such as DE or CN</source>
        <translation>Code aus zwei Buchstaben, z. B. DE oder CN</translation>
    </message>
</context>
<context>
    <name>AnalysisForm</name>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Always look for objects</source>
        <translation>Immer nach Objekten suchen</translation>
    </message>
    <message>
        <source>People, vehicles, and animals are found even if the rule doesn&apos;t ask for them. You can then try new rules on the past. While something moves, this takes up to half a processor core of the server.</source>
        <translation>Menschen, Fahrzeuge und Tiere werden auch gefunden, wenn die Regel nicht danach fragt. Neue Regeln lassen sich dann an der Vergangenheit ausprobieren. Während sich etwas bewegt, kostet das bis zu einen halben Prozessorkern des Servers.</translation>
    </message>
    <message>
        <source>This server can&apos;t find objects now. Ask its administrator.</source>
        <translation>Dieser Server kann zurzeit keine Objekte finden. Fragen Sie seinen Administrator.</translation>
    </message>
</context>
<context>
    <name>AppErrorsCard</name>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Failed calls in the last 24 hours, by code</source>
        <translation>Fehlgeschlagene Aufrufe der letzten 24 Stunden nach Code</translation>
    </message>
    <message>
        <source>No call has failed in the last 24 hours.</source>
        <translation>In den letzten 24 Stunden ist kein Aufruf fehlgeschlagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Zuletzt: %1</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
</context>
<context>
    <name>AppPage</name>
    <message>
        <source>The new key is shown only once. Copy it before you leave.</source>
        <translation>Der neue Schlüssel wird nur einmal angezeigt. Kopieren Sie ihn, bevor Sie die Seite verlassen.</translation>
    </message>
    <message>
        <source>The changes to this app are not saved.</source>
        <translation>Die Änderungen an dieser App sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Today: %1 calls, %2 failed</source>
        <translation>Heute: %1 Aufrufe, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 left until midnight UTC</source>
        <translation>Noch %1 bis Mitternacht UTC</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Trial until %1, %2 calls per day</source>
        <translation>Testphase bis %1, %2 Aufrufe pro Tag</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>App-ID</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>No calls in the last 30 days. New calls appear here within seconds.</source>
        <translation>Keine Aufrufe in den letzten 30 Tagen. Neue Aufrufe erscheinen hier innerhalb von Sekunden.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Delete app</source>
        <translation>App löschen</translation>
    </message>
    <message>
        <source>The app&apos;s keys stop working, and everyone who uses the app is signed out. To permanently delete the app, enter its name.</source>
        <translation>Die Schlüssel der App funktionieren dann nicht mehr, und alle, die die App verwenden, werden abgemeldet. Um die App endgültig zu löschen, geben Sie ihren Namen ein.</translation>
    </message>
    <message>
        <source>App name</source>
        <translation>App-Name</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Redirect URIs, one per line</source>
        <translation>Weiterleitungs-URIs, eine pro Zeile</translation>
    </message>
    <message>
        <source>Web origins, one per line</source>
        <translation>Web-Ursprünge (Origins), einer pro Zeile</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
</context>
<context>
    <name>AppsPage</name>
    <message>
        <source>Build</source>
        <translation>Entwickeln</translation>
    </message>
    <message>
        <source>Analyze a face</source>
        <translation>Gesicht analysieren</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>Neue App</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>API reference</source>
        <translation>API-Referenz</translation>
    </message>
    <message>
        <source>No apps yet</source>
        <translation>Noch keine Apps</translation>
    </message>
    <message>
        <source>Register your first app to get an app ID and a key. Your app uses them to call the API.</source>
        <translation>Registrieren Sie Ihre erste App, um eine App-ID und einen Schlüssel zu erhalten. Damit ruft Ihre App die API auf.</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>All activity</source>
        <translation>Alle Aktivitäten</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Anmeldung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Signed out everywhere</source>
        <translation>Überall abgemeldet</translation>
    </message>
    <message>
        <source>Two-factor sign-in switched on</source>
        <translation>Zwei-Faktor-Anmeldung eingeschaltet</translation>
    </message>
    <message>
        <source>Two-factor sign-in switched off</source>
        <translation>Zwei-Faktor-Anmeldung ausgeschaltet</translation>
    </message>
    <message>
        <source>Recovery codes created</source>
        <translation>Wiederherstellungscodes erstellt</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>Wiederherstellungscode verwendet</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sitzung beendet</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Passwort geändert</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>Passwort zurückgesetzt</translation>
    </message>
    <message>
        <source>Account registered</source>
        <translation>Konto registriert</translation>
    </message>
    <message>
        <source>Address verified</source>
        <translation>Adresse bestätigt</translation>
    </message>
    <message>
        <source>Account details changed</source>
        <translation>Kontodaten geändert</translation>
    </message>
    <message>
        <source>Account status changed</source>
        <translation>Kontostatus geändert</translation>
    </message>
    <message>
        <source>User created</source>
        <translation>Benutzer erstellt</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Rolle geändert</translation>
    </message>
    <message>
        <source>App created</source>
        <translation>App erstellt</translation>
    </message>
    <message>
        <source>App changed</source>
        <translation>App geändert</translation>
    </message>
    <message>
        <source>App status changed</source>
        <translation>App-Status geändert</translation>
    </message>
    <message>
        <source>App deleted</source>
        <translation>App gelöscht</translation>
    </message>
    <message>
        <source>Key rotated</source>
        <translation>Schlüssel erneuert</translation>
    </message>
    <message>
        <source>Signing key rotated</source>
        <translation>Signaturschlüssel erneuert</translation>
    </message>
    <message>
        <source>One-time token created</source>
        <translation>Einmal-Token erstellt</translation>
    </message>
    <message>
        <source>App access allowed</source>
        <translation>App-Zugriff erlaubt</translation>
    </message>
    <message>
        <source>App access revoked</source>
        <translation>App-Zugriff widerrufen</translation>
    </message>
    <message>
        <source>Sign-in method linked</source>
        <translation>Anmeldeart verknüpft</translation>
    </message>
    <message>
        <source>Sign-in method unlinked</source>
        <translation>Anmeldeart getrennt</translation>
    </message>
    <message>
        <source>Support access granted</source>
        <translation>Support-Zugriff gewährt</translation>
    </message>
    <message>
        <source>Support access ended</source>
        <translation>Support-Zugriff beendet</translation>
    </message>
    <message>
        <source>Support search</source>
        <translation>Support-Suche</translation>
    </message>
    <message>
        <source>Support view</source>
        <translation>Support-Einsicht</translation>
    </message>
    <message>
        <source>Share created</source>
        <translation>Freigabe erstellt</translation>
    </message>
    <message>
        <source>Share ended</source>
        <translation>Freigabe beendet</translation>
    </message>
    <message>
        <source>Recording deleted</source>
        <translation>Aufzeichnung gelöscht</translation>
    </message>
    <message>
        <source>Data exported</source>
        <translation>Daten exportiert</translation>
    </message>
    <message>
        <source>Account deletion scheduled</source>
        <translation>Löschung des Kontos geplant</translation>
    </message>
    <message>
        <source>Account deletion canceled</source>
        <translation>Löschung des Kontos abgebrochen</translation>
    </message>
    <message>
        <source>Account deleted</source>
        <translation>Konto gelöscht</translation>
    </message>
    <message>
        <source>Security key added</source>
        <translation>Sicherheitsschlüssel hinzugefügt</translation>
    </message>
    <message>
        <source>Security key renamed</source>
        <translation>Sicherheitsschlüssel umbenannt</translation>
    </message>
    <message>
        <source>Security key removed</source>
        <translation>Sicherheitsschlüssel entfernt</translation>
    </message>
    <message>
        <source>Security key refused</source>
        <translation>Sicherheitsschlüssel abgelehnt</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>%1 wiederhergestellt</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>Fotos und Videos</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>Deleted items stay here for 30 days.</source>
        <translation>Gelöschtes bleibt 30 Tage lang hier.</translation>
    </message>
    <message>
        <source>Deleted %1, permanently deleted on %2</source>
        <translation>Gelöscht: %1, endgültig gelöscht am %2</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>BoxedPicture</name>
    <message>
        <source>Snapshot</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <source>Can&apos;t show the image.</source>
        <translation>Das Bild kann nicht angezeigt werden.</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Actions for the selected marks</source>
        <translation>Aktionen für die ausgewählten Markierungen</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Export clips</source>
        <translation>Clips exportieren</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>a key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>CameraDrawer</name>
    <message>
        <source>Discard changes?</source>
        <translation>Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>Ihre Eingaben sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Zones and rule</source>
        <translation>Zonen und Regel</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>No zones yet. Rules apply to the whole picture.</source>
        <translation>Noch keine Zonen. Regeln gelten für das ganze Bild.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Draw zones</source>
        <translation>Zonen zeichnen</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Freigeben&#xa0;…</translation>
    </message>
    <message>
        <source>Delete camera</source>
        <translation>Kamera löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n nicht gespeicherte Änderung</numerusform>
            <numerusform>%n nicht gespeicherte Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>CameraLoadsCard</name>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>With an error</source>
        <translation>Mit Fehler</translation>
    </message>
    <message>
        <source>Images searched for objects</source>
        <translation>Auf Objekte untersuchte Bilder</translation>
    </message>
    <message>
        <source>%1 searched</source>
        <translation>%1 untersucht</translation>
    </message>
    <message>
        <source>%1 skipped (%2)</source>
        <translation>%1 übersprungen (%2)</translation>
    </message>
    <message>
        <source>none skipped</source>
        <translation>keine übersprungen</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message numerus="yes">
        <source>disk too slow %n time(s)</source>
        <translation>
            <numerusform>Datenträger %n-mal zu langsam</numerusform>
            <numerusform>Datenträger %n-mal zu langsam</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraMenu</name>
    <message>
        <source>Share…</source>
        <translation>Freigeben&#xa0;…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Move to “%1”</source>
        <translation>Nach „%1“ verschieben</translation>
    </message>
    <message>
        <source>Remove from group</source>
        <translation>Aus der Gruppe entfernen</translation>
    </message>
</context>
<context>
    <name>CameraPage</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete this camera?</source>
        <translation>Diese Kamera löschen?</translation>
    </message>
    <message>
        <source>The camera moves to the bin. Waymark stops watching and recording it.</source>
        <translation>Die Kamera kommt in den Papierkorb. Waymark überwacht sie nicht mehr und zeichnet sie nicht mehr auf.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Full quality</source>
        <translation>Volle Qualität</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Save a snapshot</source>
        <translation>Standbild speichern</translation>
    </message>
    <message>
        <source>Save a snapshot (S)</source>
        <translation>Standbild speichern (S)</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>Vollbild (F)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Can&apos;t save the snapshot: %1</source>
        <translation>Das Standbild kann nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>CameraSection</name>
    <message>
        <source>Shared by %1 until %2</source>
        <translation>Freigegeben von %1 bis %2</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>Freigegeben von %1</translation>
    </message>
</context>
<context>
    <name>CameraTile</name>
    <message>
        <source>Actions for %1</source>
        <translation>Aktionen für %1</translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt&#xa0;…</translation>
    </message>
    <message>
        <source>Not reachable: check the address and that the camera is on</source>
        <translation>Nicht erreichbar: Prüfen Sie die Adresse und ob die Kamera eingeschaltet ist</translation>
    </message>
    <message>
        <source>Connection refused: check the address and that the camera is on</source>
        <translation>Verbindung abgelehnt: Prüfen Sie die Adresse und ob die Kamera eingeschaltet ist</translation>
    </message>
    <message>
        <source>Wrong credentials: check the user name and the password</source>
        <translation>Falsche Zugangsdaten: Prüfen Sie den Benutzernamen und das Passwort</translation>
    </message>
    <message>
        <source>Not a stream: check the path and the format</source>
        <translation>Kein Stream: Prüfen Sie den Pfad und das Format</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>No new images</source>
        <translation>Keine neuen Bilder</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>CamerasPage</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Show as grid</source>
        <translation>Als Raster anzeigen</translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation>Als Liste anzeigen</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>Kamera hinzufügen</translation>
    </message>
    <message>
        <source>Delete this group?</source>
        <translation>Diese Gruppe löschen?</translation>
    </message>
    <message>
        <source>The group&apos;s cameras are kept and become ungrouped. People you shared the group with lose access.</source>
        <translation>Die Kameras der Gruppe bleiben erhalten und gehören danach zu keiner Gruppe. Personen, für die Sie die Gruppe freigegeben haben, verlieren den Zugriff.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <translation>Noch keine Kameras</translation>
    </message>
    <message>
        <source>Add a camera by its RTSP address. Its video appears here in a moment.</source>
        <translation>Fügen Sie eine Kamera mit ihrer RTSP-Adresse hinzu. Ihr Video erscheint gleich hier.</translation>
    </message>
    <message>
        <source>Ungrouped</source>
        <translation>Ohne Gruppe</translation>
    </message>
    <message>
        <source>This group has no cameras. Move a camera here from its menu.</source>
        <translation>Diese Gruppe hat keine Kameras. Verschieben Sie eine Kamera über deren Menü hierher.</translation>
    </message>
    <message>
        <source>Share group %1</source>
        <translation>Gruppe %1 freigeben</translation>
    </message>
    <message>
        <source>Edit group %1</source>
        <translation>Gruppe %1 bearbeiten</translation>
    </message>
    <message>
        <source>Delete group %1</source>
        <translation>Gruppe %1 löschen</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>Für mich freigegeben</translation>
    </message>
    <message>
        <source>Can&apos;t load cameras shared with you: %1</source>
        <translation>Für Sie freigegebene Kameras können nicht geladen werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n Kamera</numerusform>
            <numerusform>%n Kameras</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 online</source>
        <translation>%1, %2 online</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Füllen</translation>
    </message>
</context>
<context>
    <name>CaptureWords</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Continuous</source>
        <translation>Durchgehend</translation>
    </message>
    <message>
        <source>On mark</source>
        <translation>Bei Markierung</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
</context>
<context>
    <name>ChannelDialog</name>
    <message>
        <source>Edit channel</source>
        <translation>Kanal bearbeiten</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>Neuer Kanal</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>My app</source>
        <translation>Meine App</translation>
    </message>
    <message>
        <source>My email</source>
        <translation>Meine E-Mail</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Requests are signed according to the Standard Webhooks specification.</source>
        <translation>Anfragen werden nach der Spezifikation Standard Webhooks signiert.</translation>
    </message>
    <message>
        <source>Must belong to a user of this account.</source>
        <translation>Muss zu einem Benutzer dieses Kontos gehören.</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>Alle Kameras</translation>
    </message>
    <message>
        <source>Quiet hours (notifications are delivered afterwards)</source>
        <translation>Ruhezeit (Benachrichtigungen werden danach zugestellt)</translation>
    </message>
    <message>
        <source>from</source>
        <comment>a time of the day</comment>
        <translation>von</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a time of the day</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation>Neues Geheimnis&#xa0;…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>ChannelsPanel</name>
    <message>
        <source>No channels yet</source>
        <translation>Noch keine Kanäle</translation>
    </message>
    <message>
        <source>Add a channel to receive notifications by email, or to send them to your program as signed webhooks.</source>
        <translation>Fügen Sie einen Kanal hinzu, um Benachrichtigungen per E-Mail zu erhalten oder als signierte Webhooks an Ihr Programm zu senden.</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n event type(s)</source>
        <translation>
            <numerusform>%n Ereignistyp</numerusform>
            <numerusform>%n Ereignistypen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n Kamera</numerusform>
            <numerusform>%n Kameras</numerusform>
        </translation>
    </message>
    <message>
        <source>quiet hours %1 to %2</source>
        <translation>Ruhezeit %1 bis %2</translation>
    </message>
    <message>
        <source>Turned off: %1</source>
        <translation>Abgeschaltet: %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ClauseFields</name>
    <message>
        <source>motion is detected</source>
        <translation>Bewegung erkannt wird</translation>
    </message>
    <message>
        <source>a face is detected</source>
        <translation>ein Gesicht erkannt wird</translation>
    </message>
    <message>
        <source>the camera is covered</source>
        <translation>die Kamera verdeckt wird</translation>
    </message>
    <message>
        <source>the stream is lost</source>
        <translation>der Stream abreißt</translation>
    </message>
    <message>
        <source>an object is detected</source>
        <translation>ein Objekt erkannt wird</translation>
    </message>
    <message>
        <source>the camera is moved</source>
        <translation>die Kamera bewegt wird</translation>
    </message>
    <message>
        <source>several objects are present</source>
        <translation>mehrere Objekte da sind</translation>
    </message>
    <message>
        <source>no object is present</source>
        <translation>kein Objekt da ist</translation>
    </message>
    <message>
        <source>zones are passed in order</source>
        <translation>Zonen der Reihe nach durchquert werden</translation>
    </message>
    <message>
        <source>a line is crossed</source>
        <translation>eine Linie überquert wird</translation>
    </message>
    <message>
        <source>something stays</source>
        <translation>etwas verweilt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>zone, camera</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>all watched areas</source>
        <translation>allen überwachten Bereichen</translation>
    </message>
    <message>
        <source>in</source>
        <comment>a zone</comment>
        <translation>in</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Remove from the order</source>
        <translation>Aus der Reihenfolge entfernen</translation>
    </message>
    <message>
        <source>then</source>
        <comment>another zone</comment>
        <translation>dann</translation>
    </message>
    <message>
        <source>Zone %1</source>
        <translation>Zone %1</translation>
    </message>
    <message>
        <source>Add a zone to the order</source>
        <translation>Zone zur Reihenfolge hinzufügen</translation>
    </message>
    <message>
        <source>add a zone</source>
        <translation>Zone hinzufügen</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>small objects</source>
        <translation>kleine Objekte</translation>
    </message>
    <message>
        <source>person-sized objects</source>
        <translation>Objekte in Menschengröße</translation>
    </message>
    <message>
        <source>large objects</source>
        <translation>große Objekte</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>in both directions</source>
        <translation>in beide Richtungen</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>nach links</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>nach rechts</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>any expression</source>
        <translation>beliebiger Ausdruck</translation>
    </message>
    <message>
        <source>within %1 s</source>
        <translation>innerhalb von %1 s</translation>
    </message>
    <message>
        <source>for %1 s</source>
        <translation>%1 s lang</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Number of objects</source>
        <translation>Anzahl der Objekte</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>objects</comment>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>Largest moving area</source>
        <translation>Größte bewegte Fläche</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Number of faces</source>
        <translation>Anzahl der Gesichter</translation>
    </message>
    <message numerus="yes">
        <source>at least %n face(s)</source>
        <translation>
            <numerusform>mindestens %n Gesicht</numerusform>
            <numerusform>mindestens %n Gesichter</numerusform>
        </translation>
    </message>
    <message>
        <source>of any size</source>
        <translation>jeder Größe</translation>
    </message>
    <message>
        <source>largest area at least %1</source>
        <translation>größte Fläche mindestens %1</translation>
    </message>
    <message>
        <source>at least %1 of the image</source>
        <translation>mindestens %1 des Bildes</translation>
    </message>
    <message>
        <source>confidence at least %1</source>
        <translation>Konfidenz mindestens %1</translation>
    </message>
</context>
<context>
    <name>ClipExport</name>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Exporting: %1%</source>
        <translation>Wird exportiert: %1&#xa0;%</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert&#xa0;…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>ClipModel</name>
    <message>
        <source>Can&apos;t write the file: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Nothing was recorded at this time.</source>
        <translation>In dieser Zeit wurde nichts aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Pages, cameras, marks, apps, actions</source>
        <translation>Seiten, Kameras, Markierungen, Apps, Aktionen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Keine Ergebnisse</translation>
    </message>
    <message>
        <source>Up</source>
        <comment>a key</comment>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <comment>a key</comment>
        <translation>Ab</translation>
    </message>
    <message>
        <source>move</source>
        <translation>bewegen</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next group</source>
        <translation>nächste Gruppe</translation>
    </message>
    <message>
        <source>&gt; actions, @ cameras, # IDs. Searches of accounts are recorded.</source>
        <translation>&gt; Aktionen, @ Kameras, # IDs. Suchen nach Konten werden aufgezeichnet.</translation>
    </message>
    <message>
        <source>&gt; actions, @ cameras, or a time such as 14:24</source>
        <translation>&gt; Aktionen, @ Kameras oder eine Uhrzeit wie 14:24</translation>
    </message>
</context>
<context>
    <name>ConditionEnd</name>
    <message>
        <source>Add condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>A group can have at most %1 conditions.</source>
        <translation>Eine Gruppe kann höchstens %1 Bedingungen haben.</translation>
    </message>
    <message>
        <source>A rule can have at most %1 conditions, including groups and negations.</source>
        <translation>Eine Regel kann höchstens %1 Bedingungen haben, Gruppen und Verneinungen eingeschlossen.</translation>
    </message>
    <message>
        <source>Groups can&apos;t be nested more deeply.</source>
        <translation>Gruppen können nicht tiefer verschachtelt werden.</translation>
    </message>
</context>
<context>
    <name>ConditionGroup</name>
    <message>
        <source>Group of conditions</source>
        <translation>Gruppe von Bedingungen</translation>
    </message>
    <message>
        <source>Conditions that must be met</source>
        <translation>Bedingungen, die erfüllt sein müssen</translation>
    </message>
    <message>
        <source>any of these</source>
        <translation>mindestens eine davon</translation>
    </message>
    <message>
        <source>all of these</source>
        <translation>alle davon</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>keine davon</translation>
    </message>
    <message>
        <source>not all of these</source>
        <translation>nicht alle davon</translation>
    </message>
    <message numerus="yes">
        <source>Show %n condition(s)</source>
        <translation>
            <numerusform>%n Bedingung zeigen</numerusform>
            <numerusform>%n Bedingungen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove group</source>
        <translation>Gruppe entfernen</translation>
    </message>
    <message>
        <source>More actions on the group</source>
        <translation>Weitere Aktionen für die Gruppe</translation>
    </message>
</context>
<context>
    <name>ConditionList</name>
    <message>
        <source>A rule can have at most %1 conditions, including groups and negations.</source>
        <translation>Eine Regel kann höchstens %1 Bedingungen haben, Gruppen und Verneinungen eingeschlossen.</translation>
    </message>
    <message>
        <source>Groups can&apos;t be nested more deeply.</source>
        <translation>Gruppen können nicht tiefer verschachtelt werden.</translation>
    </message>
    <message>
        <source>Show all conditions</source>
        <translation>Alle Bedingungen zeigen</translation>
    </message>
</context>
<context>
    <name>ConditionMenu</name>
    <message>
        <source>Must be met</source>
        <translation>Muss erfüllt sein</translation>
    </message>
    <message>
        <source>Must not be met</source>
        <translation>Darf nicht erfüllt sein</translation>
    </message>
    <message>
        <source>Put into a new group</source>
        <translation>In eine neue Gruppe setzen</translation>
    </message>
    <message>
        <source>Move into the group above</source>
        <translation>In die Gruppe darüber verschieben</translation>
    </message>
    <message>
        <source>Move into the group below</source>
        <translation>In die Gruppe darunter verschieben</translation>
    </message>
    <message>
        <source>Move out of this group</source>
        <translation>Aus dieser Gruppe herausnehmen</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>An address on another host or port needs the password again.</source>
        <translation>Für eine Adresse mit anderem Host oder Port wird das Passwort noch einmal benötigt.</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>Die Verbindung wird getestet&#xa0;…</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Connection works</source>
        <translation>Die Verbindung funktioniert</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a duration</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation>Antwort nach</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>First key frame after</source>
        <translation>Erstes Schlüsselbild nach</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 fps</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>%1 kHz</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>CsvFile</name>
    <message>
        <source>Can&apos;t write the file: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>The data is larger than this server allows. Export it without recordings.</source>
        <translation>Die Daten sind größer, als dieser Server erlaubt. Exportieren Sie sie ohne Aufzeichnungen.</translation>
    </message>
    <message>
        <source>The disk of the server is full. Try again later.</source>
        <translation>Der Datenträger des Servers ist voll. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The file could not be created. Try again later.</source>
        <translation>Die Datei konnte nicht erstellt werden. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The export has started. An email tells you when the file is ready.</source>
        <translation>Der Export hat begonnen. Sie erhalten eine E-Mail, sobald die Datei fertig ist.</translation>
    </message>
    <message>
        <source>The deletion is scheduled. You can still keep your account.</source>
        <translation>Die Löschung ist geplant. Sie können Ihr Konto noch behalten.</translation>
    </message>
    <message>
        <source>Your account is kept.</source>
        <translation>Ihr Konto bleibt bestehen.</translation>
    </message>
    <message>
        <source>Download your data</source>
        <translation>Ihre Daten herunterladen</translation>
    </message>
    <message>
        <source>Get a ZIP file with everything that your account holds, as JSON, with your photos, videos, marks, and recordings if you like. Passwords and keys are left out.</source>
        <translation>Sie erhalten eine ZIP-Datei mit allem, was Ihr Konto enthält, als JSON, auf Wunsch mit Ihren Fotos, Videos, Markierungen und Aufzeichnungen. Passwörter und Schlüssel sind nicht enthalten.</translation>
    </message>
    <message>
        <source>The file is being created. You can leave this page.</source>
        <translation>Die Datei wird erstellt. Sie können diese Seite verlassen.</translation>
    </message>
    <message>
        <source>%1, available until %2.</source>
        <translation>%1, verfügbar bis %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n media file(s) could not be read. The file missing.json lists them.</source>
        <translation>
            <numerusform>%n Mediendatei konnte nicht gelesen werden. Die Datei missing.json führt sie auf.</numerusform>
            <numerusform>%n Mediendateien konnten nicht gelesen werden. Die Datei missing.json führt sie auf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Export again…</source>
        <translation>Erneut exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete file</source>
        <translation>Datei löschen</translation>
    </message>
    <message>
        <source>Delete account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>Deletes your account with all cameras, recordings, photos, videos, marks, apps, and settings. Paid orders and their receipts are kept, because the law requires it.</source>
        <translation>Löscht Ihr Konto mit allen Kameras, Aufzeichnungen, Fotos, Videos, Markierungen, Apps und Einstellungen. Bezahlte Bestellungen und deren Belege werden aufbewahrt, weil das Gesetz es verlangt.</translation>
    </message>
    <message>
        <source>Your account will be deleted on %1. Until then, it works as before.</source>
        <translation>Ihr Konto wird am %1 gelöscht. Bis dahin funktioniert es wie bisher.</translation>
    </message>
    <message>
        <source>Keep account</source>
        <translation>Konto behalten</translation>
    </message>
    <message>
        <source>Delete account…</source>
        <translation>Konto löschen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>Vorheriger Tag</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Nächster Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Alle Tage</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Whole day</source>
        <translation>Ganzer Tag</translation>
    </message>
</context>
<context>
    <name>DayTimeline</name>
    <message>
        <source>No marks on this day</source>
        <translation>Keine Markierungen an diesem Tag</translation>
    </message>
    <message>
        <source>Only the first 1,000 marks of the day are shown.</source>
        <translation>Nur die ersten 1.000 Markierungen des Tages werden angezeigt.</translation>
    </message>
</context>
<context>
    <name>DeliveriesPanel</name>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Status</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Resend…</source>
        <translation>Erneut senden&#xa0;…</translation>
    </message>
    <message>
        <source>No deliveries yet</source>
        <translation>Noch keine Zustellungen</translation>
    </message>
    <message>
        <source>Notifications sent through your channels are listed here, with each attempt and the content sent.</source>
        <translation>Über Ihre Kanäle gesendete Benachrichtigungen werden hier mit jedem Versuch und dem gesendeten Inhalt aufgeführt.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>No attempts yet</source>
        <translation>Noch keine Versuche</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <translation>Versuch %1: %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Content sent</source>
        <translation>Gesendeter Inhalt</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DesktopNotices</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>DevicePage</name>
    <message>
        <source>Connect a device</source>
        <translation>Gerät verbinden</translation>
    </message>
    <message>
        <source>Enter the code of the device</source>
        <translation>Code des Geräts eingeben</translation>
    </message>
    <message>
        <source>The device is connected</source>
        <translation>Das Gerät ist verbunden</translation>
    </message>
    <message>
        <source>The device is not connected</source>
        <translation>Das Gerät ist nicht verbunden</translation>
    </message>
    <message>
        <source>A device without a browser, such as a TV or a program in a terminal, shows a code of eight letters while it asks for access to your account.</source>
        <translation>Ein Gerät ohne Browser, etwa ein Fernseher oder ein Programm in einem Terminal, zeigt einen Code aus acht Buchstaben, während es um Zugriff auf Ihr Konto bittet.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>%1 wants to use your account on a device</source>
        <translation>%1 möchte Ihr Konto auf einem Gerät verwenden</translation>
    </message>
    <message>
        <source>Developed by %1</source>
        <translation>Entwickelt von %1</translation>
    </message>
    <message>
        <source>A device that you do not see here will act for you. Approve only if a device of your own shows this code now. If somebody sent you the code, refuse.</source>
        <translation>Ein Gerät, das Sie hier nicht sehen, wird in Ihrem Namen handeln. Genehmigen Sie nur, wenn ein eigenes Gerät jetzt diesen Code zeigt. Wenn Ihnen jemand den Code geschickt hat, lehnen Sie ab.</translation>
    </message>
    <message>
        <source>The device will be able to</source>
        <translation>Das Gerät darf dann</translation>
    </message>
    <message>
        <source>You can&apos;t grant anything that the device asks for.</source>
        <translation>Sie können nichts von dem gewähren, worum das Gerät bittet.</translation>
    </message>
    <message>
        <source>You can revoke the access at any time under Account, Security. The code expires at %1.</source>
        <translation>Sie können den Zugriff jederzeit unter Konto, Sicherheit widerrufen. Der Code läuft um %1 ab.</translation>
    </message>
    <message>
        <source>%1 continues on the device within a few seconds.</source>
        <translation>%1 fährt auf dem Gerät in wenigen Sekunden fort.</translation>
    </message>
    <message>
        <source>%1 got no access to your account.</source>
        <translation>%1 hat keinen Zugriff auf Ihr Konto erhalten.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Connect another device</source>
        <translation>Weiteres Gerät verbinden</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
</context>
<context>
    <name>DeviceRequestModel</name>
    <message>
        <source>No device is waiting with this code. Check the code that the device shows.</source>
        <translation>Kein Gerät wartet mit diesem Code. Prüfen Sie den Code, den das Gerät zeigt.</translation>
    </message>
    <message>
        <source>This code has expired. Let the device show a new one.</source>
        <translation>Dieser Code ist abgelaufen. Lassen Sie das Gerät einen neuen anzeigen.</translation>
    </message>
    <message>
        <source>This code was used already. Let the device show a new one.</source>
        <translation>Dieser Code wurde bereits verwendet. Lassen Sie das Gerät einen neuen anzeigen.</translation>
    </message>
</context>
<context>
    <name>DisconnectedNote</name>
    <message>
        <source>Can&apos;t reach the server. Trying again…</source>
        <translation>Der Server ist nicht erreichbar. Neuer Versuch&#xa0;…</translation>
    </message>
    <message>
        <source>Connection lost at %1. Reconnecting…</source>
        <translation>Verbindung um %1 verloren. Sie wird wiederhergestellt&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Language and theme</source>
        <translation>Sprache und Farbschema</translation>
    </message>
    <message>
        <source>Accounts and servers: %1</source>
        <translation>Konten und Server: %1</translation>
    </message>
</context>
<context>
    <name>EntranceForm</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>ExpectedMarksDialog</name>
    <message>
        <source>Expected marks of %1</source>
        <translation>Erwartete Markierungen von %1</translation>
    </message>
    <message>
        <source>No marks are expected within the next hour.</source>
        <translation>In der nächsten Stunde werden keine Markierungen erwartet.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 to %3, ±%n second(s)</source>
        <translation>
            <numerusform>%1: %2 bis %3, ± %n Sekunde</numerusform>
            <numerusform>%1: %2 bis %3, ± %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>FaceNames</name>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>Happy</source>
        <translation>Fröhlich</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>Traurig</translation>
    </message>
    <message>
        <source>Angry</source>
        <translation>Wütend</translation>
    </message>
    <message>
        <source>Fearful</source>
        <translation>Ängstlich</translation>
    </message>
    <message>
        <source>Disgusted</source>
        <translation>Angewidert</translation>
    </message>
    <message>
        <source>Surprised</source>
        <translation>Überrascht</translation>
    </message>
    <message>
        <source>Open, %1</source>
        <translation>Offen, %1</translation>
    </message>
    <message>
        <source>Closed, %1</source>
        <translation>Geschlossen, %1</translation>
    </message>
    <message>
        <source>Yes, %1</source>
        <translation>Ja, %1</translation>
    </message>
    <message>
        <source>No, %1</source>
        <translation>Nein, %1</translation>
    </message>
</context>
<context>
    <name>FaceOverlay</name>
    <message numerus="yes">
        <source>Image with %n face(s)</source>
        <translation>
            <numerusform>Bild mit %n Gesicht</numerusform>
            <numerusform>Bild mit %n Gesichtern</numerusform>
        </translation>
    </message>
    <message>
        <source>Face %1</source>
        <translation>Gesicht %1</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>Lächeln</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>Linkes Auge</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>Rechtes Auge</translation>
    </message>
    <message>
        <source>Head pose</source>
        <translation>Kopfhaltung</translation>
    </message>
    <message>
        <source>Yaw %1°, pitch %2°, roll %3°</source>
        <translation>Gieren %1°, Nicken %2°, Rollen %3°</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source> (blurred)</source>
        <translation> (unscharf)</translation>
    </message>
    <message>
        <source>This face is too small to analyze.</source>
        <translation>Dieses Gesicht ist für eine Analyse zu klein.</translation>
    </message>
    <message>
        <source>Parts of this face could not be analyzed.</source>
        <translation>Teile dieses Gesichts konnten nicht analysiert werden.</translation>
    </message>
</context>
<context>
    <name>FacesModel</name>
    <message>
        <source>Can&apos;t read this file.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This image is too large. The limit is 16 MB.</source>
        <translation>Dieses Bild ist zu groß. Höchstens 16 MB sind erlaubt.</translation>
    </message>
    <message>
        <source>This file is not a JPEG, PNG, WebP, or BMP image.</source>
        <translation>Diese Datei ist kein JPEG-, PNG-, WebP- oder BMP-Bild.</translation>
    </message>
    <message>
        <source>This image has too many pixels. The limit is 40 million.</source>
        <translation>Dieses Bild hat zu viele Pixel. Höchstens 40 Millionen sind erlaubt.</translation>
    </message>
    <message>
        <source>This image is too small. The minimum is 16 × 16 pixels.</source>
        <translation>Dieses Bild ist zu klein. Es muss mindestens 16 × 16 Pixel groß sein.</translation>
    </message>
    <message>
        <source>This image is damaged.</source>
        <translation>Dieses Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>The server is busy analyzing other images. Try again in a moment.</source>
        <translation>Der Server analysiert gerade andere Bilder. Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>FacesPage</name>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Choose image</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Analyze a face</source>
        <translation>Gesicht analysieren</translation>
    </message>
    <message>
        <source>Drop an image here or choose a file. Waymark analyzes the image and does not store it.</source>
        <translation>Ziehen Sie ein Bild hierher oder wählen Sie eine Datei aus. Waymark analysiert das Bild und speichert es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n Gesicht</numerusform>
            <numerusform>%n Gesichter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Gesicht %1 von %2</translation>
    </message>
    <message>
        <source>No faces found</source>
        <translation>Keine Gesichter gefunden</translation>
    </message>
    <message>
        <source>Faces must look toward the camera and be large enough.</source>
        <translation>Gesichter müssen zur Kamera blicken und groß genug sein.</translation>
    </message>
    <message>
        <source>Face analysis is not available on this server</source>
        <translation>Die Gesichtsanalyse ist auf diesem Server nicht verfügbar</translation>
    </message>
    <message>
        <source>The face models are not installed. The server&apos;s administrator can install them with scripts/install-models. No restart is needed.</source>
        <translation>Die Modelle für Gesichter sind nicht installiert. Der Administrator des Servers kann sie mit scripts/install-models installieren. Ein Neustart ist nicht nötig.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Drop the image here</source>
        <translation>Bild hier ablegen</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Can&apos;t reach the server: %1</source>
        <translation>Der Server ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>The server did not respond in time. Try again.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s response is not valid. Check that the address belongs to a Waymark server.</source>
        <translation>Die Antwort des Servers ist ungültig. Prüfen Sie, ob die Adresse zu einem Waymark-Server gehört.</translation>
    </message>
    <message>
        <source>Wrong email address or password.</source>
        <translation>Falsche E-Mail-Adresse oder falsches Passwort.</translation>
    </message>
    <message>
        <source>The sign-in has expired. Sign in again.</source>
        <translation>Die Anmeldung ist abgelaufen. Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>This server requires two-factor sign-in of staff. Set it up under Account, Security.</source>
        <translation>Dieser Server verlangt von Mitarbeitern die Zwei-Faktor-Anmeldung. Richten Sie sie unter „Konto“, „Sicherheit“ ein.</translation>
    </message>
    <message>
        <source>This account is not active. Verify your email address first.</source>
        <translation>Dieses Konto ist nicht aktiv. Bestätigen Sie zuerst Ihre E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Wrong password.</source>
        <translation>Falsches Passwort.</translation>
    </message>
    <message>
        <source>A rule uses this zone. Change the rule first.</source>
        <translation>Eine Regel verwendet diese Zone. Ändern Sie zuerst die Regel.</translation>
    </message>
    <message>
        <source>This is the default rule. Choose another rule to replace it.</source>
        <translation>Dies ist die Standardregel. Wählen Sie eine andere Regel als Ersatz.</translation>
    </message>
    <message>
        <source>You are signed out. Sign in again.</source>
        <translation>Sie sind abgemeldet. Melden Sie sich wieder an.</translation>
    </message>
    <message>
        <source>You don&apos;t have permission to do this.</source>
        <translation>Sie sind dazu nicht berechtigt.</translation>
    </message>
    <message>
        <source>This item no longer exists.</source>
        <translation>Dieses Element gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Someone else changed this in the meantime. Try again to add your changes.</source>
        <translation>Inzwischen wurde dies von jemand anderem geändert. Versuchen Sie es noch einmal, um Ihre Änderungen hinzuzufügen.</translation>
    </message>
    <message>
        <source>This code is wrong or has expired.</source>
        <translation>Dieser Code ist falsch oder abgelaufen.</translation>
    </message>
    <message>
        <source>Fix the highlighted fields.</source>
        <translation>Korrigieren Sie die hervorgehobenen Felder.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Zu viele Versuche. Versuchen Sie es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Zu viele Versuche. Versuchen Sie es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not support this feature.</source>
        <translation>Dieser Server unterstützt diese Funktion nicht.</translation>
    </message>
    <message>
        <source>The server reported an error. If it happens again, report request %1.</source>
        <translation>Der Server hat einen Fehler gemeldet. Wenn das noch einmal geschieht, melden Sie die Anfrage %1.</translation>
    </message>
    <message>
        <source>Fill in this field.</source>
        <translation>Füllen Sie dieses Feld aus.</translation>
    </message>
    <message>
        <source>This value is too long.</source>
        <translation>Dieser Wert ist zu lang.</translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation>Dieses Passwort ist zu leicht zu erraten.</translation>
    </message>
    <message>
        <source>This value is not allowed.</source>
        <translation>Dieser Wert ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>The outline crosses itself.</source>
        <translation>Der Umriss überschneidet sich selbst.</translation>
    </message>
    <message>
        <source>Enter a valid email address.</source>
        <translation>Geben Sie eine gültige E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>Enter a valid phone number.</source>
        <translation>Geben Sie eine gültige Telefonnummer ein.</translation>
    </message>
    <message>
        <source>Enter a two-letter country code, such as DE or CN.</source>
        <translation>Geben Sie einen Ländercode aus zwei Buchstaben ein, z. B. DE oder CN.</translation>
    </message>
    <message>
        <source>Enter a valid value.</source>
        <translation>Geben Sie einen gültigen Wert ein.</translation>
    </message>
    <message>
        <source>Your account has been deactivated. Contact support.</source>
        <translation>Ihr Konto wurde deaktiviert. Wenden Sie sich an den Support.</translation>
    </message>
    <message>
        <source>Your session has ended: it expired, was signed out on another device, or the password was changed. Sign in again.</source>
        <translation>Ihre Sitzung ist beendet: Sie ist abgelaufen, wurde auf einem anderen Gerät abgemeldet, oder das Passwort wurde geändert. Melden Sie sich wieder an.</translation>
    </message>
    <message>
        <source>Wrong user name or password.</source>
        <translation>Falscher Benutzername oder falsches Passwort.</translation>
    </message>
    <message>
        <source>This server does not connect to addresses of private networks.</source>
        <translation>Dieser Server verbindet sich nicht mit Adressen privater Netzwerke.</translation>
    </message>
    <message>
        <source>No computer with this name was found.</source>
        <translation>Es wurde kein Computer mit diesem Namen gefunden.</translation>
    </message>
    <message>
        <source>The server can&apos;t reach this address.</source>
        <translation>Der Server kann diese Adresse nicht erreichen.</translation>
    </message>
    <message>
        <source>There is no ONVIF camera at this address.</source>
        <translation>Unter dieser Adresse gibt es keine ONVIF-Kamera.</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>Das ist Ihr eigenes Konto.</translation>
    </message>
    <message>
        <source>Choose a time in the future.</source>
        <translation>Wählen Sie einen Zeitpunkt in der Zukunft.</translation>
    </message>
    <message>
        <source>This value is too large.</source>
        <translation>Dieser Wert ist zu groß.</translation>
    </message>
    <message>
        <source>This value is too small.</source>
        <translation>Dieser Wert ist zu klein.</translation>
    </message>
    <message>
        <source>Enter an address such as %1.</source>
        <translation>Geben Sie eine Adresse wie %1 ein.</translation>
    </message>
</context>
<context>
    <name>FirstCallCard</name>
    <message>
        <source>First call</source>
        <translation>Erster Aufruf</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Set the variable APP_KEY to a key of this app. The answer contains an access token for the app.</source>
        <translation>Setzen Sie die Variable APP_KEY auf einen Schlüssel dieser App. Die Antwort enthält ein Zugriffstoken für die App.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>FirstDayCard</name>
    <message>
        <source>Add a camera</source>
        <translation>Kamera hinzufügen</translation>
    </message>
    <message>
        <source>Draw a zone</source>
        <translation>Zone zeichnen</translation>
    </message>
    <message>
        <source>Write a rule</source>
        <translation>Regel schreiben</translation>
    </message>
    <message>
        <source>See the first mark</source>
        <translation>Erste Markierung ansehen</translation>
    </message>
    <message>
        <source>Make the first API call</source>
        <translation>Erster API-Aufruf</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide the checklist</source>
        <translation>Checkliste ausblenden</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>ForgotPasswordPage</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>Passwort zurücksetzen</translation>
    </message>
    <message>
        <source>We&apos;ll send a code to your email address.</source>
        <translation>Wir senden einen Code an Ihre E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>If an account exists for %1, we have sent it a code.</source>
        <translation>Falls es ein Konto für %1 gibt, haben wir einen Code dorthin gesendet.</translation>
    </message>
    <message>
        <source>Choose a long password that you don&apos;t use anywhere else.</source>
        <translation>Wählen Sie ein langes Passwort, das Sie sonst nirgends verwenden.</translation>
    </message>
    <message>
        <source>Your password is changed. Signing in…</source>
        <translation>Ihr Passwort ist geändert. Sie werden angemeldet&#xa0;…</translation>
    </message>
    <message>
        <source>Your password is changed. Sign in with the new password.</source>
        <translation>Ihr Passwort ist geändert. Melden Sie sich mit dem neuen Passwort an.</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>Code senden</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Passwort festlegen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Discard changes?</source>
        <translation>Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>Ihre Eingaben sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>Use the default rule</source>
        <translation>Standardregel verwenden</translation>
    </message>
    <message>
        <source>Edit group</source>
        <translation>Gruppe bearbeiten</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ground floor</source>
        <translation>Erdgeschoss</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>A camera&apos;s own rule takes precedence.</source>
        <translation>Eine eigene Regel der Kamera hat Vorrang.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>Until released</source>
        <translation>Bis zur Freigabe</translation>
    </message>
    <message>
        <source>For 30 days</source>
        <translation>30 Tage lang</translation>
    </message>
    <message>
        <source>For a year</source>
        <translation>Ein Jahr lang</translation>
    </message>
    <message>
        <source>Hold this recording</source>
        <translation>Diese Aufnahme aufbewahren</translation>
    </message>
    <message>
        <source>%1: no limit of age or storage removes a held recording, and nobody can delete it until it is released.</source>
        <translation>%1: Eine aufbewahrte Aufnahme wird durch keine Alters- oder Speichergrenze entfernt und kann bis zur Freigabe nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Aufbewahren</translation>
    </message>
</context>
<context>
    <name>HomeAside</name>
    <message>
        <source>Camera health</source>
        <translation>Zustand der Kameras</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>A key proves that a call comes from your app. Each key is shown once, when it is created.</source>
        <translation>Ein Schlüssel belegt, dass ein Aufruf von Ihrer App kommt. Jeder Schlüssel wird nur einmal angezeigt, wenn er erstellt wird.</translation>
    </message>
    <message>
        <source>This app has no keys.</source>
        <translation>Diese App hat keine Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <source>expires in %n day(s)</source>
        <translation>
            <numerusform>läuft in %n Tag ab</numerusform>
            <numerusform>läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>expires in %1:%2:%3</source>
        <translation>läuft ab in %1:%2:%3</translation>
    </message>
    <message>
        <source>New key: copy it now, it won&apos;t be shown again</source>
        <translation>Neuer Schlüssel: Kopieren Sie ihn jetzt, er wird nicht noch einmal angezeigt</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>Ich habe ihn kopiert</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>Erstellt: %1</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel&#xa0;…</translation>
    </message>
    <message>
        <source>Create new key</source>
        <translation>Neuen Schlüssel erstellen</translation>
    </message>
    <message>
        <source>The current key keeps working for the time you choose, so that you can replace it everywhere. If the key has leaked, revoke it immediately.</source>
        <translation>Der aktuelle Schlüssel funktioniert noch so lange, wie Sie wählen, damit Sie ihn überall ersetzen können. Wenn er in falsche Hände geraten ist, widerrufen Sie ihn sofort.</translation>
    </message>
    <message>
        <source>Revoke the current key immediately</source>
        <translation>Aktuellen Schlüssel sofort widerrufen</translation>
    </message>
    <message>
        <source>Current key keeps working for 1 hour</source>
        <translation>Aktueller Schlüssel funktioniert noch 1 Stunde</translation>
    </message>
    <message>
        <source>Current key keeps working for 1 day</source>
        <translation>Aktueller Schlüssel funktioniert noch 1 Tag</translation>
    </message>
    <message>
        <source>Current key keeps working for 1 week</source>
        <translation>Aktueller Schlüssel funktioniert noch 1 Woche</translation>
    </message>
    <message>
        <source>Grace period</source>
        <translation>Übergangsfrist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>next, previous</source>
        <translation>nächste, vorherige</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>play</source>
        <translation>abspielen</translation>
    </message>
    <message>
        <source>mark read</source>
        <translation>als gelesen markieren</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Entf</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>search and actions</source>
        <translation>Suche und Aktionen</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>vorwärts</translation>
    </message>
    <message>
        <source>larger text</source>
        <translation>größerer Text</translation>
    </message>
    <message>
        <source>smaller text</source>
        <translation>kleinerer Text</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next control</source>
        <translation>nächstes Bedienelement</translation>
    </message>
    <message>
        <source>close or go back</source>
        <translation>schließen oder zurück</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>first camera, to 9</source>
        <translation>erste Kamera, bis 9</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>save a snapshot</source>
        <translation>Standbild speichern</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>abspielen oder anhalten</translation>
    </message>
    <message>
        <source>5 s; with Shift 1 min</source>
        <translation>5 s; mit Umschalt 1 min</translation>
    </message>
    <message>
        <source>one picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>previous, next mark</source>
        <translation>vorherige, nächste Markierung</translation>
    </message>
    <message>
        <source>start, end of the selection</source>
        <translation>Beginn, Ende der Auswahl</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>month to second</source>
        <translation>Monat bis Sekunde</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>why a mark was made</source>
        <translation>warum eine Markierung entstand</translation>
    </message>
    <message>
        <source>select</source>
        <translation>auswählen</translation>
    </message>
    <message>
        <source>select up to here</source>
        <translation>bis hierher auswählen</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>export clips</source>
        <translation>Clips exportieren</translation>
    </message>
    <message>
        <source>share</source>
        <translation>freigeben</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>Rahmen</translation>
    </message>
</context>
<context>
    <name>KindFilter</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Fahrzeug</translation>
    </message>
    <message>
        <source>Animal</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
</context>
<context>
    <name>LatestMarksCard</name>
    <message>
        <source>Latest marks</source>
        <translation>Neueste Markierungen</translation>
    </message>
    <message>
        <source>No marks yet</source>
        <translation>Noch keine Markierungen</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Live view of %1</source>
        <translation>Livebild von %1</translation>
    </message>
</context>
<context>
    <name>LocalMail</name>
    <message>
        <source>Mail on this computer</source>
        <translation>E-Mails auf diesem Computer</translation>
    </message>
    <message>
        <source>Messages appear here in a moment.</source>
        <translation>Nachrichten erscheinen gleich hier.</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Use code %1</source>
        <translation>Code %1 verwenden</translation>
    </message>
</context>
<context>
    <name>MarkAside</name>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>Vorherige Markierung</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Dauert an</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Why this mark</source>
        <translation>Warum diese Markierung</translation>
    </message>
    <message>
        <source>Open mark</source>
        <translation>Markierung öffnen</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>ongoing</source>
        <translation>dauert an</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>MarkExports</name>
    <message>
        <source>Can&apos;t create the folder %1.</source>
        <translation>Der Ordner %1 kann nicht erstellt werden.</translation>
    </message>
    <message>
        <source>Can&apos;t write the file: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>MarkFilterDialog</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>Alle Zonen</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Alle Typen</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>Alle Kameras</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle Gruppen</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Alle Regeln</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Score of at least %1%</source>
        <translation>Wert mindestens %1&#xa0;%</translation>
    </message>
    <message>
        <source>Any score</source>
        <translation>Beliebiger Wert</translation>
    </message>
    <message>
        <source>Minimum score</source>
        <translation>Mindestwert</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MarkNames</name>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Bicycle</source>
        <translation>Fahrrad</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Motorcycle</source>
        <translation>Motorrad</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Truck</source>
        <translation>Lkw</translation>
    </message>
    <message>
        <source>Bird</source>
        <translation>Vogel</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Katze</translation>
    </message>
    <message>
        <source>Dog</source>
        <translation>Hund</translation>
    </message>
    <message>
        <source>Horse</source>
        <translation>Pferd</translation>
    </message>
    <message>
        <source>Sheep</source>
        <translation>Schaf</translation>
    </message>
    <message>
        <source>Cow</source>
        <translation>Kuh</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>Abwesenheit</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Creating the clip…</source>
        <translation>Der Clip wird erstellt&#xa0;…</translation>
    </message>
    <message>
        <source>The clip is incomplete.</source>
        <translation>Der Clip ist unvollständig.</translation>
    </message>
    <message>
        <source>The clip could not be created.</source>
        <translation>Der Clip konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>The clip is no longer available.</source>
        <translation>Der Clip ist nicht mehr verfügbar.</translation>
    </message>
    <message>
        <source>%1: score %2 (threshold %3)</source>
        <comment>Person</comment>
        <translation>%1: Wert %2 (Schwelle %3)</translation>
    </message>
    <message>
        <source>%1: crossed the line to the left</source>
        <comment>Person</comment>
        <translation>%1: hat die Linie nach links überquert</translation>
    </message>
    <message>
        <source>%1: crossed the line to the right</source>
        <comment>Person</comment>
        <translation>%1: hat die Linie nach rechts überquert</translation>
    </message>
    <message>
        <source>%1: passed the zones in %2 s</source>
        <comment>Person</comment>
        <translation>%1: hat die Zonen in %2 s durchquert</translation>
    </message>
    <message>
        <source>%1: stayed for %2 s</source>
        <comment>Person</comment>
        <translation>%1: blieb %2 s lang</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) present for %1 s</source>
        <translation>
            <numerusform>%n Objekt seit %1 s anwesend</numerusform>
            <numerusform>%n Objekte seit %1 s anwesend</numerusform>
        </translation>
    </message>
    <message>
        <source>No object for %1 s</source>
        <translation>Kein Objekt seit %1 s</translation>
    </message>
    <message>
        <source>%1 of the image changed (threshold %2)</source>
        <translation>%1 des Bildes geändert (Schwelle %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) detected</source>
        <translation>
            <numerusform>%n Gesicht erkannt</numerusform>
            <numerusform>%n Gesichter erkannt</numerusform>
        </translation>
    </message>
    <message>
        <source>The stream was lost</source>
        <translation>Der Stream ist abgerissen</translation>
    </message>
    <message>
        <source>The camera was covered</source>
        <translation>Die Kamera wurde verdeckt</translation>
    </message>
    <message>
        <source>The camera was moved</source>
        <translation>Die Kamera wurde bewegt</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>Person × 2</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a duration</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Not met: %1</source>
        <comment>a condition</comment>
        <translation>Nicht erfüllt: %1</translation>
    </message>
</context>
<context>
    <name>MarkPage</name>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>In den Papierkorb verschoben</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Dauert an</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>No snapshot</source>
        <translation>Kein Standbild</translation>
    </message>
</context>
<context>
    <name>MarkPreview</name>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Dauert an</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>ongoing</source>
        <translation>dauert an</translation>
    </message>
</context>
<context>
    <name>MarksPage</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Filters (%1)</source>
        <translation>Filter (%1)</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>In den Papierkorb verschoben</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Als gelesen markiert</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Als ungelesen markiert</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unread (%1)</source>
        <translation>Ungelesen (%1)</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>No matching marks</source>
        <translation>Keine passenden Markierungen</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>No unread marks</source>
        <translation>Keine ungelesenen Markierungen</translation>
    </message>
    <message>
        <source>No marks yet</source>
        <translation>Noch keine Markierungen</translation>
    </message>
    <message>
        <source>No marks match the filters.</source>
        <translation>Keine Markierung passt zu den Filtern.</translation>
    </message>
    <message>
        <source>There are no marks on this day.</source>
        <translation>An diesem Tag gibt es keine Markierungen.</translation>
    </message>
    <message>
        <source>Deleted items stay here for 30 days.</source>
        <translation>Gelöschtes bleibt 30 Tage lang hier.</translation>
    </message>
    <message>
        <source>New marks appear here automatically.</source>
        <translation>Neue Markierungen erscheinen hier automatisch.</translation>
    </message>
    <message>
        <source>Marks appear here when a camera detects something.</source>
        <translation>Markierungen erscheinen hier, wenn eine Kamera etwas erkennt.</translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) moved to the bin</source>
        <translation>
            <numerusform>%n Markierung in den Papierkorb verschoben</numerusform>
            <numerusform>%n Markierungen in den Papierkorb verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1. Some marks have neither a clip nor a snapshot.</source>
        <translation>
            <numerusform>%n Datei in %1 gespeichert. Einige Markierungen haben weder einen Clip noch ein Standbild.</numerusform>
            <numerusform>%n Dateien in %1 gespeichert. Einige Markierungen haben weder einen Clip noch ein Standbild.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1</source>
        <translation>
            <numerusform>%n Datei in %1 gespeichert</numerusform>
            <numerusform>%n Dateien in %1 gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied, valid for 7 days</source>
        <translation>
            <numerusform>%n Link kopiert, 7 Tage gültig</numerusform>
            <numerusform>%n Links kopiert, 7 Tage gültig</numerusform>
        </translation>
    </message>
    <message>
        <source>These marks have neither a clip nor a snapshot.</source>
        <translation>Diese Markierungen haben weder einen Clip noch ein Standbild.</translation>
    </message>
    <message>
        <source>The links no longer work</source>
        <translation>Die Links funktionieren nicht mehr</translation>
    </message>
    <message>
        <source>Saving %1 of %2</source>
        <translation>%1 von %2 wird gespeichert</translation>
    </message>
    <message>
        <source>%1 of %2 clips saved. %3</source>
        <translation>%1 von %2 Clips gespeichert. %3</translation>
    </message>
</context>
<context>
    <name>ModeActions</name>
    <message>
        <source>Then create a mark</source>
        <translation>Dann eine Markierung erstellen</translation>
    </message>
    <message>
        <source>Record a clip</source>
        <translation>Clip aufzeichnen</translation>
    </message>
    <message>
        <source>Seconds of the clip before the mark</source>
        <translation>Sekunden des Clips vor der Markierung</translation>
    </message>
    <message>
        <source>seconds before it</source>
        <comment>of a clip</comment>
        <translation>Sekunden davor</translation>
    </message>
    <message>
        <source>Seconds of the clip after the mark</source>
        <translation>Sekunden des Clips nach der Markierung</translation>
    </message>
    <message>
        <source>seconds after it</source>
        <comment>of a clip</comment>
        <translation>Sekunden danach</translation>
    </message>
    <message>
        <source>Send a notification</source>
        <translation>Benachrichtigung senden</translation>
    </message>
    <message>
        <source>Wait</source>
        <comment>some seconds</comment>
        <translation>Warten:</translation>
    </message>
    <message>
        <source>Seconds until the next mark</source>
        <translation>Sekunden bis zur nächsten Markierung</translation>
    </message>
    <message>
        <source>seconds before the next mark</source>
        <translation>Sekunden bis zur nächsten Markierung</translation>
    </message>
    <message>
        <source>Marks that have to wait</source>
        <translation>Markierungen, die warten müssen</translation>
    </message>
    <message>
        <source>Hourly limit</source>
        <comment>some marks an hour</comment>
        <translation>Grenze pro Stunde</translation>
    </message>
    <message>
        <source>Marks per hour</source>
        <translation>Markierungen pro Stunde</translation>
    </message>
    <message>
        <source>marks per hour</source>
        <translation>Markierungen pro Stunde</translation>
    </message>
    <message>
        <source>No hourly limit</source>
        <translation>Keine Grenze pro Stunde</translation>
    </message>
    <message>
        <source>Set recording to</source>
        <comment>a mode such as Continuous</comment>
        <translation>Aufzeichnung umstellen auf</translation>
    </message>
    <message>
        <source>What the camera records from then on</source>
        <translation>Was die Kamera von da an aufzeichnet</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Keine Änderung</translation>
    </message>
    <message>
        <source>Cameras keep this setting until it is changed again. Cameras without a schedule remain as they are.</source>
        <translation>Kameras behalten diese Einstellung, bis sie wieder geändert wird. Kameras ohne Zeitplan bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Cameras keep this setting until it is changed again.</source>
        <translation>Kameras behalten diese Einstellung, bis sie wieder geändert wird.</translation>
    </message>
</context>
<context>
    <name>ModeChanges</name>
    <message>
        <source>%1: %2 (before: %3)</source>
        <comment>name of a value; values</comment>
        <translation>%1: %2 (vorher: %3)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Minimum duration</source>
        <translation>Mindestdauer</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>Längste Lücke</translation>
    </message>
    <message>
        <source>Wait until the next mark</source>
        <translation>Wartezeit bis zur nächsten Markierung</translation>
    </message>
    <message>
        <source>Hourly limit</source>
        <translation>Grenze pro Stunde</translation>
    </message>
    <message>
        <source>Marks now have a clip</source>
        <translation>Markierungen haben jetzt einen Clip</translation>
    </message>
    <message>
        <source>Marks no longer have a clip</source>
        <translation>Markierungen haben keinen Clip mehr</translation>
    </message>
    <message>
        <source>Marks now send a notification</source>
        <translation>Markierungen senden jetzt eine Benachrichtigung</translation>
    </message>
    <message>
        <source>Marks no longer send a notification</source>
        <translation>Markierungen senden keine Benachrichtigung mehr</translation>
    </message>
    <message>
        <source>Settings that only apps can change</source>
        <translation>Einstellungen, die nur Apps ändern können</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a limit</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>Other times or exceptions</source>
        <translation>Andere Zeiten oder Ausnahmen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>jederzeit</translation>
    </message>
    <message>
        <source>Other conditions</source>
        <translation>Andere Bedingungen</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Other details of the conditions</source>
        <translation>Andere Einzelheiten der Bedingungen</translation>
    </message>
    <message>
        <source>moving area</source>
        <translation>bewegte Fläche</translation>
    </message>
    <message>
        <source>smallest moving area</source>
        <translation>kleinste bewegte Fläche</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>number of faces</source>
        <translation>Anzahl der Gesichter</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>default</source>
        <comment>a value</comment>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a condition; name of its value</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Marks that have to wait</source>
        <translation>Markierungen, die warten müssen</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>%1 s before and %2 s after a mark</source>
        <comment>length of a clip</comment>
        <translation>%1 s vor und %2 s nach einer Markierung</translation>
    </message>
    <message>
        <source>Recording is set to</source>
        <translation>Aufzeichnung wird umgestellt auf</translation>
    </message>
    <message>
        <source>no change</source>
        <comment>of a setting</comment>
        <translation>keine Änderung</translation>
    </message>
</context>
<context>
    <name>ModeClause</name>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Remove condition</source>
        <translation>Bedingung entfernen</translation>
    </message>
    <message>
        <source>not</source>
        <comment>a condition</comment>
        <translation>nicht</translation>
    </message>
    <message>
        <source>More actions on the condition</source>
        <translation>Weitere Aktionen für die Bedingung</translation>
    </message>
</context>
<context>
    <name>ModePage</name>
    <message>
        <source>The changes to this rule are not saved.</source>
        <translation>Die Änderungen an dieser Regel sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Built-in rules are read-only.</source>
        <translation>Integrierte Regeln sind schreibgeschützt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Someone at the door</source>
        <translation>Jemand an der Tür</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>for at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>Minimum duration in seconds</source>
        <translation>Mindestdauer in Sekunden</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>bridging gaps of up to</source>
        <translation>überbrückt Lücken bis</translation>
    </message>
    <message>
        <source>Longest gap in seconds</source>
        <translation>Längste Lücke in Sekunden</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
</context>
<context>
    <name>ModeRemoval</name>
    <message>
        <source>Delete this rule?</source>
        <translation>Diese Regel löschen?</translation>
    </message>
    <message>
        <source>Cameras and groups that use this rule switch to:</source>
        <translation>Kameras und Gruppen mit dieser Regel wechseln zu:</translation>
    </message>
    <message>
        <source>Replacement rule</source>
        <translation>Ersatzregel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ModeSchedule</name>
    <message>
        <source>At any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>At set times</source>
        <translation>Zu festen Zeiten</translation>
    </message>
    <message>
        <source>Active all day</source>
        <translation>Ganztägig aktiv</translation>
    </message>
</context>
<context>
    <name>ModeVersions</name>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Earlier versions are no longer available.</source>
        <translation>Frühere Versionen sind nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>%1 (current)</source>
        <comment>a time</comment>
        <translation>%1 (aktuell)</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the version of %1</source>
        <translation>Version vom %1 wiederherstellen</translation>
    </message>
    <message>
        <source>A restored version is shown on the page. It takes effect once you save it.</source>
        <translation>Eine wiederhergestellte Version wird auf der Seite angezeigt. Sie gilt, sobald Sie sie speichern.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ModeWords</name>
    <message>
        <source>a zone</source>
        <translation>einer Zone</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>fröhlich</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>traurig</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>wütend</translation>
    </message>
    <message>
        <source>fearful</source>
        <translation>ängstlich</translation>
    </message>
    <message>
        <source>disgusted</source>
        <translation>angewidert</translation>
    </message>
    <message>
        <source>surprised</source>
        <translation>überrascht</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>eine Person</translation>
    </message>
    <message>
        <source>a vehicle</source>
        <translation>ein Fahrzeug</translation>
    </message>
    <message>
        <source>an animal</source>
        <translation>ein Tier</translation>
    </message>
    <message>
        <source>a person, vehicle, or animal</source>
        <translation>eine Person, ein Fahrzeug oder ein Tier</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>a line</source>
        <translation>eine Linie</translation>
    </message>
    <message>
        <source>something crosses %1 to the left</source>
        <translation>etwas %1 nach links überquert</translation>
    </message>
    <message>
        <source>something crosses %1 to the right</source>
        <translation>etwas %1 nach rechts überquert</translation>
    </message>
    <message>
        <source>something crosses %1</source>
        <translation>etwas %1 überquert</translation>
    </message>
    <message>
        <source>%1 is detected</source>
        <comment>a person</comment>
        <translation>%1 erkannt wird</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a face is seen; zone</comment>
        <translation>in %2 %1</translation>
    </message>
    <message>
        <source>something stays in %1 for %2 s</source>
        <translation>etwas %2 s lang in %1 verweilt</translation>
    </message>
    <message>
        <source>the camera is moved</source>
        <translation>die Kamera bewegt wird</translation>
    </message>
    <message>
        <source>motion is detected in %1</source>
        <translation>in %1 Bewegung erkannt wird</translation>
    </message>
    <message>
        <source>motion is detected</source>
        <translation>Bewegung erkannt wird</translation>
    </message>
    <message>
        <source>a %1 face is detected</source>
        <translation>ein Gesicht (%1) erkannt wird</translation>
    </message>
    <message>
        <source>a face is detected</source>
        <translation>ein Gesicht erkannt wird</translation>
    </message>
    <message>
        <source>the stream is lost</source>
        <translation>der Stream abreißt</translation>
    </message>
    <message>
        <source>the camera is covered</source>
        <translation>die Kamera verdeckt wird</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>every day %1</source>
        <comment>18:00–06:00</comment>
        <translation>täglich %1</translation>
    </message>
    <message>
        <source>on weekdays %1</source>
        <comment>18:00–06:00</comment>
        <translation>montags bis freitags %1</translation>
    </message>
    <message>
        <source>on weekends %1</source>
        <comment>18:00–06:00</comment>
        <translation>samstags und sonntags %1</translation>
    </message>
    <message>
        <source>on %1 %2</source>
        <comment>Mon, Tue; 18:00–06:00</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>When %1 for %2 s</source>
        <translation>Wenn %2 s lang %1</translation>
    </message>
    <message>
        <source>When %1</source>
        <translation>Wenn %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>When something moves; on weekdays</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, create a mark, then wait %2 s.</source>
        <translation>%1: Markierung erstellen, dann %2 s warten.</translation>
    </message>
    <message>
        <source>%1, create a mark.</source>
        <translation>%1: Markierung erstellen.</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>something passes %1 in this order</source>
        <comment>names of zones</comment>
        <translation>etwas %1 in dieser Reihenfolge durchquert</translation>
    </message>
    <message numerus="yes">
        <source>at least %n object(s) are present for %1 s</source>
        <translation>
            <numerusform>mindestens %n Objekt %1 s lang da ist</numerusform>
            <numerusform>mindestens %n Objekte %1 s lang da sind</numerusform>
        </translation>
    </message>
    <message>
        <source>no object is present for %1 s</source>
        <translation>%1 s lang kein Objekt da ist</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <comment>a condition</comment>
        <translation>nicht (%1)</translation>
    </message>
    <message>
        <source>(%1)</source>
        <comment>several conditions</comment>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>an unknown condition</source>
        <translation>eine unbekannte Bedingung erfüllt ist</translation>
    </message>
    <message>
        <source>the rule&apos;s conditions are met</source>
        <translation>die Bedingungen der Regel erfüllt sind</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source> and </source>
        <comment>times</comment>
        <translation> und </translation>
    </message>
    <message numerus="yes">
        <source>at %n other time(s)</source>
        <translation>
            <numerusform>zu %n weiteren Zeit</numerusform>
            <numerusform>zu %n weiteren Zeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>except on %n day(s)</source>
        <translation>
            <numerusform>außer an %n Tag</numerusform>
            <numerusform>außer an %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>except on %1</source>
        <comment>dates</comment>
        <translation>außer am %1</translation>
    </message>
    <message numerus="yes">
        <source>also all day on %n day(s)</source>
        <translation>
            <numerusform>außerdem ganztägig an %n Tag</numerusform>
            <numerusform>außerdem ganztägig an %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>also all day on %1</source>
        <comment>dates</comment>
        <translation>außerdem ganztägig am %1</translation>
    </message>
    <message>
        <source>of this rule</source>
        <comment>marks</comment>
        <translation>dieser Regel</translation>
    </message>
    <message>
        <source>of the camera</source>
        <comment>marks</comment>
        <translation>der Kamera</translation>
    </message>
    <message>
        <source>of the same kind of object</source>
        <comment>marks</comment>
        <translation>derselben Objektart</translation>
    </message>
</context>
<context>
    <name>ModesPage</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>Noch keine Regeln</translation>
    </message>
    <message>
        <source>A rule defines what a camera watches for, when, and what happens then.</source>
        <translation>Eine Regel legt fest, worauf eine Kamera achtet, wann sie es tut und was dann geschieht.</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Integriert</translation>
    </message>
    <message>
        <source>Not supported by this server: %1</source>
        <translation>Von diesem Server nicht unterstützt: %1</translation>
    </message>
</context>
<context>
    <name>NewAppPage</name>
    <message>
        <source>a complete billing address</source>
        <translation>eine vollständige Rechnungsadresse</translation>
    </message>
    <message>
        <source>a payment token</source>
        <translation>ein Zahlungstoken</translation>
    </message>
    <message>
        <source>The app key is shown only once. Copy it before you leave.</source>
        <translation>Der App-Schlüssel wird nur einmal angezeigt. Kopieren Sie ihn, bevor Sie die Seite verlassen.</translation>
    </message>
    <message>
        <source>The app is not registered yet.</source>
        <translation>Die App ist noch nicht registriert.</translation>
    </message>
    <message>
        <source>Your app is registered</source>
        <translation>Ihre App ist registriert</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>Neue App</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Testphase</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>Active immediately for 30 days, with 10,000 calls per day.</source>
        <translation>30 Tage lang sofort aktiv, mit 10.000 Aufrufen pro Tag.</translation>
    </message>
    <message>
        <source>No expiration. Active once the order is paid.</source>
        <translation>Läuft nicht ab. Aktiv, sobald die Bestellung bezahlt ist.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Describe your app in a sentence or two</source>
        <translation>Beschreiben Sie Ihre App in ein, zwei Sätzen</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>We reach you about your app at %1.</source>
        <translation>Wegen Ihrer App erreichen wir Sie unter %1.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>Rechnungsadresse</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Payment token</source>
        <translation>Zahlungstoken</translation>
    </message>
    <message>
        <source>Provided by your payment provider. Never enter a card number.</source>
        <translation>Von Ihrem Zahlungsdienst. Geben Sie niemals eine Kartennummer ein.</translation>
    </message>
    <message>
        <source>To buy the app, enter %1.</source>
        <translation>Um die App zu kaufen, geben Sie Folgendes ein: %1.</translation>
    </message>
    <message>
        <source> and </source>
        <comment>joins two things that are missing</comment>
        <translation> und </translation>
    </message>
    <message>
        <source>You see the price, and pay, in the next step.</source>
        <translation>Im nächsten Schritt sehen Sie den Preis und bezahlen.</translation>
    </message>
    <message>
        <source>Register and order</source>
        <translation>Registrieren und bestellen</translation>
    </message>
    <message>
        <source>Register app</source>
        <translation>App registrieren</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>App-ID</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>App-Schlüssel</translation>
    </message>
    <message>
        <source>Copy the key now and keep it safe. It won&apos;t be shown again.</source>
        <translation>Kopieren Sie den Schlüssel jetzt und bewahren Sie ihn sicher auf. Er wird nicht noch einmal angezeigt.</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>Ich habe ihn kopiert</translation>
    </message>
</context>
<context>
    <name>NewsPanel</name>
    <message>
        <source>No unread notifications</source>
        <translation>Keine ungelesenen Benachrichtigungen</translation>
    </message>
    <message>
        <source>No notifications yet</source>
        <translation>Noch keine Benachrichtigungen</translation>
    </message>
    <message>
        <source>Notifications about cameras, marks, orders, and keys appear here.</source>
        <translation>Benachrichtigungen zu Kameras, Markierungen, Bestellungen und Schlüsseln erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>Camera offline</source>
        <translation>Kamera offline</translation>
    </message>
    <message>
        <source>Camera back online</source>
        <translation>Kamera wieder online</translation>
    </message>
    <message>
        <source>Camera changed</source>
        <translation>Kamera geändert</translation>
    </message>
    <message>
        <source>Mark started</source>
        <translation>Markierung begonnen</translation>
    </message>
    <message>
        <source>Mark updated</source>
        <translation>Markierung aktualisiert</translation>
    </message>
    <message>
        <source>Mark ended</source>
        <translation>Markierung beendet</translation>
    </message>
    <message>
        <source>Order paid</source>
        <translation>Bestellung bezahlt</translation>
    </message>
    <message>
        <source>Trial ending soon</source>
        <translation>Testphase endet bald</translation>
    </message>
    <message>
        <source>App key replaced</source>
        <translation>App-Schlüssel ersetzt</translation>
    </message>
    <message>
        <source>Face analysis finished</source>
        <translation>Gesichtsanalyse abgeschlossen</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>Ankündigung</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>%1 went offline</source>
        <translation>%1 ist offline</translation>
    </message>
    <message>
        <source>%1 is back online</source>
        <translation>%1 ist wieder online</translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>%1 wurde geändert</translation>
    </message>
    <message>
        <source>%1 detected at %2</source>
        <translation>%2: %1 erkannt</translation>
    </message>
    <message>
        <source>%1 ended at %2</source>
        <translation>%2: %1 beendet</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Sent in a summary</source>
        <translation>In einer Zusammenfassung gesendet</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Queued for sending</source>
        <translation>Zum Senden eingereiht</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>Nur ungelesene</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>Sending a test through “%1”.</source>
        <translation>Ein Test wird über „%1“ gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Resending %n notification(s).</source>
        <translation>
            <numerusform>%n Benachrichtigung wird erneut gesendet.</numerusform>
            <numerusform>%n Benachrichtigungen werden erneut gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Pending notifications for this channel are not sent, and its delivery history is deleted.</source>
        <translation>Ausstehende Benachrichtigungen dieses Kanals werden nicht gesendet, und sein Zustellverlauf wird gelöscht.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Create a new secret?</source>
        <translation>Neues Geheimnis erstellen?</translation>
    </message>
    <message>
        <source>For one day, requests are signed with both secrets, so that your program can switch over.</source>
        <translation>Einen Tag lang werden Anfragen mit beiden Geheimnissen signiert, damit Ihr Programm wechseln kann.</translation>
    </message>
    <message>
        <source>Create secret</source>
        <translation>Geheimnis erstellen</translation>
    </message>
    <message>
        <source>Resend all notifications?</source>
        <translation>Alle Benachrichtigungen erneut senden?</translation>
    </message>
    <message>
        <source>All notifications of the last 24 hours are sent through this channel again. Your program can recognize duplicates by their ID.</source>
        <translation>Alle Benachrichtigungen der letzten 24 Stunden werden noch einmal über diesen Kanal gesendet. Ihr Programm kann Doppelte an ihrer ID erkennen.</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Erneut senden</translation>
    </message>
</context>
<context>
    <name>OrderDesk</name>
    <message>
        <source>All plans and apps</source>
        <translation>Alle Tarife und Apps</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Status</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Gesamter Zeitraum</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Bestelldatum</translation>
    </message>
    <message>
        <source>No matching orders</source>
        <translation>Keine passenden Bestellungen</translation>
    </message>
    <message>
        <source>Orders of all accounts are listed here.</source>
        <translation>Bestellungen aller Konten werden hier aufgeführt.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>per month</source>
        <translation>pro Monat</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>pro Jahr</translation>
    </message>
    <message>
        <source>one-time</source>
        <translation>einmalig</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>Zahlung ausstehend</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Mark as paid</source>
        <translation>Als bezahlt markieren</translation>
    </message>
    <message>
        <source>Mark as failed</source>
        <translation>Als fehlgeschlagen markieren</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Bestellung stornieren</translation>
    </message>
    <message>
        <source>Mark as refunded</source>
        <translation>Als erstattet markieren</translation>
    </message>
    <message>
        <source>Mark as expired</source>
        <translation>Als abgelaufen markieren</translation>
    </message>
    <message>
        <source>The purchase takes effect immediately, as if the payment provider had confirmed the payment.</source>
        <translation>Der Kauf wird sofort wirksam, als hätte der Zahlungsdienst die Zahlung bestätigt.</translation>
    </message>
    <message>
        <source>The customer can try to pay again until the order expires.</source>
        <translation>Der Kunde kann noch einmal bezahlen, bis die Bestellung abläuft.</translation>
    </message>
    <message>
        <source>The order can no longer be paid.</source>
        <translation>Die Bestellung kann nicht mehr bezahlt werden.</translation>
    </message>
    <message>
        <source>The purchase ends. Return the money through the payment provider.</source>
        <translation>Der Kauf endet. Zahlen Sie das Geld über den Zahlungsdienst zurück.</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>den Kunden</translation>
    </message>
    <message>
        <source>the payment provider</source>
        <translation>den Zahlungsdienst</translation>
    </message>
    <message>
        <source>an administrator</source>
        <translation>einen Administrator</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>den Server</translation>
    </message>
    <message numerus="yes">
        <source>Marks kept for %n day(s)</source>
        <translation>
            <numerusform>Markierungen werden %n Tag aufbewahrt</numerusform>
            <numerusform>Markierungen werden %n Tage aufbewahrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n camera(s)</source>
        <translation>
            <numerusform>bis zu %n Kamera</numerusform>
            <numerusform>bis zu %n Kameras</numerusform>
        </translation>
    </message>
    <message>
        <source>unlimited cameras</source>
        <translation>unbegrenzt viele Kameras</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>PaletteObjects</name>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a label and a camera</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PalettePreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Dauert an</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>Test endet</translation>
    </message>
    <message>
        <source>Calls today</source>
        <translation>Aufrufe heute</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Opening it is recorded in the account’s activity.</source>
        <translation>Das Öffnen wird in den Aktivitäten des Kontos festgehalten.</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Can&apos;t open the browser</source>
        <translation>Der Browser lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Open this address in a browser to pay.</source>
        <translation>Öffnen Sie diese Adresse in einem Browser, um zu bezahlen.</translation>
    </message>
    <message>
        <source>Payment page</source>
        <translation>Zahlungsseite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PersonalDataDialog</name>
    <message>
        <source>Delete account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>Export your data</source>
        <translation>Ihre Daten exportieren</translation>
    </message>
    <message>
        <source>Your account works as before until the deletion, and you can keep it at any time before. Plans end without a refund. Nothing can be restored afterwards.</source>
        <translation>Ihr Konto funktioniert bis zur Löschung wie bisher, und bis dahin können Sie es jederzeit behalten. Tarife enden ohne Erstattung. Danach lässt sich nichts wiederherstellen.</translation>
    </message>
    <message>
        <source>Choose which files the export has beside the data. A large export takes a while.</source>
        <translation>Wählen Sie, welche Dateien der Export neben den Daten enthält. Ein großer Export dauert eine Weile.</translation>
    </message>
    <message>
        <source>Data only</source>
        <translation>Nur Daten</translation>
    </message>
    <message>
        <source>With photos, videos, and marks</source>
        <translation>Mit Fotos, Videos und Markierungen</translation>
    </message>
    <message>
        <source>With recordings too</source>
        <translation>Auch mit Aufzeichnungen</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Aktuelles Passwort</translation>
    </message>
    <message>
        <source>Leave this empty if you sign in only with another provider.</source>
        <translation>Lassen Sie das Feld leer, wenn Sie sich nur über einen anderen Anbieter anmelden.</translation>
    </message>
    <message>
        <source>Code or recovery code</source>
        <translation>Code oder Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Only if two-factor sign-in is on.</source>
        <translation>Nur wenn die Zwei-Faktor-Anmeldung eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>PictureAge</name>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>No connection to the server since %1</source>
        <translation>Keine Verbindung zum Server seit %1</translation>
    </message>
    <message>
        <source>The camera sends no images</source>
        <translation>Die Kamera sendet keine Bilder</translation>
    </message>
    <message>
        <source>Error since %1</source>
        <translation>Fehler seit %1</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline seit %1</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Last frame %1, %2</source>
        <translation>Letztes Bild %1, %2</translation>
    </message>
</context>
<context>
    <name>PlanDesk</name>
    <message>
        <source>No plans yet</source>
        <translation>Noch keine Tarife</translation>
    </message>
    <message>
        <source>Without plans, all data is kept for every account.</source>
        <translation>Ohne Tarife werden alle Daten für jedes Konto aufbewahrt.</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>Tarif hinzufügen</translation>
    </message>
    <message>
        <source>Stop selling</source>
        <translation>Verkauf beenden</translation>
    </message>
    <message>
        <source>Stop selling “%1”?</source>
        <translation>Verkauf von „%1“ beenden?</translation>
    </message>
    <message>
        <source>New orders are no longer possible. Current customers keep the plan until it ends.</source>
        <translation>Neue Bestellungen sind dann nicht mehr möglich. Bisherige Kunden behalten den Tarif, bis er endet.</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>New plan</source>
        <translation>Neuer Tarif</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Days to keep</source>
        <translation>Aufbewahrung in Tagen</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Storage (GB)</source>
        <translation>Speicher (GB)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Start selling</source>
        <translation>Verkauf starten</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>Plans</source>
        <translation>Tarife</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Can&apos;t save the receipt.</source>
        <translation>Der Beleg kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>No plans available</source>
        <translation>Keine Tarife verfügbar</translation>
    </message>
    <message>
        <source>This server keeps all data for every account.</source>
        <translation>Dieser Server bewahrt alle Daten für jedes Konto auf.</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellen</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Noch keine Bestellungen</translation>
    </message>
    <message>
        <source>Your orders are listed here with their history and receipts.</source>
        <translation>Ihre Bestellungen werden hier mit Verlauf und Belegen aufgeführt.</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Order %1?</source>
        <translation>%1 bestellen?</translation>
    </message>
    <message>
        <source>You order %1 for %2. The payment page opens next.</source>
        <translation>Sie bestellen %1 für %2. Als Nächstes öffnet sich die Zahlungsseite.</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Go live</source>
        <translation>Zum Livebild</translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n min behind</source>
        <translation>
            <numerusform>Zum Livebild, %n min zurück</numerusform>
            <numerusform>Zum Livebild, %n min zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n h behind</source>
        <translation>
            <numerusform>Zum Livebild, %n h zurück</numerusform>
            <numerusform>Zum Livebild, %n h zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n day(s) behind</source>
        <translation>
            <numerusform>Zum Livebild, %n Tag zurück</numerusform>
            <numerusform>Zum Livebild, %n Tage zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous mark (J)</source>
        <translation>Vorherige Markierung (J)</translation>
    </message>
    <message>
        <source>Back 5 s (←)</source>
        <translation>5 s zurück (←)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Forward 5 s (→)</source>
        <translation>5 s vor (→)</translation>
    </message>
    <message>
        <source>Next mark (K)</source>
        <translation>Nächste Markierung (K)</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Save the picture (S)</source>
        <translation>Bild speichern (S)</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Hide boxes (B)</source>
        <translation>Rahmen ausblenden (B)</translation>
    </message>
    <message>
        <source>Show boxes (B)</source>
        <translation>Rahmen einblenden (B)</translation>
    </message>
    <message>
        <source>Leave full screen (F)</source>
        <translation>Vollbild beenden (F)</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>Vollbild (F)</translation>
    </message>
</context>
<context>
    <name>PreferencesMenu</name>
    <message>
        <source>System theme</source>
        <translation>Farbschema des Systems</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung reduzieren</translation>
    </message>
</context>
<context>
    <name>PreviewLane</name>
    <message numerus="yes">
        <source>%1: %n mark(s)</source>
        <translation>
            <numerusform>%1: %n Markierung</numerusform>
            <numerusform>%1: %n Markierungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewNote</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of cameras</comment>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying the rule on the last 24 hours…</source>
        <translation>Die Regel wird an den letzten 24 Stunden ausprobiert&#xa0;…</translation>
    </message>
    <message>
        <source>Add a camera to see what the rule would have done.</source>
        <translation>Fügen Sie eine Kamera hinzu, um zu sehen, was die Regel getan hätte.</translation>
    </message>
    <message>
        <source>The preview can&apos;t be computed now.</source>
        <translation>Die Vorschau kann jetzt nicht berechnet werden.</translation>
    </message>
    <message>
        <source>This server can&apos;t find objects now. Ask its administrator.</source>
        <translation>Dieser Server kann zurzeit keine Objekte finden. Fragen Sie seinen Administrator.</translation>
    </message>
    <message>
        <source>No objects were looked for at %1 in this time. Save and apply the rule, or always look for objects. While something moves, this takes up to half a processor core of the server.</source>
        <translation>In dieser Zeit wurde bei %1 nicht nach Objekten gesucht. Speichern Sie die Regel und wenden Sie sie an, oder lassen Sie immer nach Objekten suchen. Während sich etwas bewegt, kostet das bis zu einen halben Prozessorkern des Servers.</translation>
    </message>
    <message>
        <source>Objects are looked for at %1 from now on. Try the rule again later.</source>
        <translation>Bei %1 wird ab jetzt nach Objekten gesucht. Probieren Sie die Regel später noch einmal aus.</translation>
    </message>
    <message>
        <source>No faces were looked for in this time. Save the rule to start.</source>
        <translation>In dieser Zeit wurde nicht nach Gesichtern gesucht. Speichern Sie die Regel, um damit zu beginnen.</translation>
    </message>
    <message>
        <source>No motion was looked for in this time. Save the rule to start.</source>
        <translation>In dieser Zeit wurde nicht nach Bewegung gesucht. Speichern Sie die Regel, um damit zu beginnen.</translation>
    </message>
    <message>
        <source>Not everything is shown, because there is too much.</source>
        <translation>Es ist zu viel, um alles anzuzeigen.</translation>
    </message>
    <message>
        <source>Always look for objects</source>
        <translation>Immer nach Objekten suchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Fix the highlighted fields.</source>
        <translation>Korrigieren Sie die hervorgehobenen Felder.</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Email language</source>
        <translation>E-Mail-Sprache</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Trials only</source>
        <translation>Nur Testphasen</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Monatlich</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>Jährlich</translation>
    </message>
    <message>
        <source>Payment token</source>
        <translation>Zahlungstoken</translation>
    </message>
    <message>
        <source>Provided by your payment provider. Never enter a card number.</source>
        <translation>Von Ihrem Zahlungsdienst. Geben Sie niemals eine Kartennummer ein.</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postanschrift</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>Rechnungsadresse</translation>
    </message>
</context>
<context>
    <name>PurchaseCard</name>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Can&apos;t save the receipt.</source>
        <translation>Der Beleg kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The app is active.</source>
        <translation>Die App ist aktiv.</translation>
    </message>
    <message>
        <source>The app becomes active once the order is paid.</source>
        <translation>Die App wird aktiv, sobald die Bestellung bezahlt ist.</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Entwickeln</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>G, then %1</source>
        <comment>two keys</comment>
        <translation>G, dann %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>User menu</source>
        <translation>Benutzermenü</translation>
    </message>
    <message>
        <source>Letter shortcuts</source>
        <translation>Buchstabenkürzel</translation>
    </message>
    <message>
        <source>Larger text (now %1%)</source>
        <translation>Größerer Text (jetzt %1&#xa0;%)</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Copy the server address %1</source>
        <translation>Serveradresse %1 kopieren</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Accounts and servers</source>
        <translation>Konten und Server</translation>
    </message>
    <message numerus="yes">
        <source>Accounts and servers (%n unread)</source>
        <translation>
            <numerusform>Konten und Server (%n ungelesen)</numerusform>
            <numerusform>Konten und Server (%n ungelesen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Server status</source>
        <translation>Serverstatus</translation>
    </message>
</context>
<context>
    <name>RailEntry</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n ungelesen</numerusform>
            <numerusform>%1, %n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an entry and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>RecordingForm</name>
    <message>
        <source>Nothing is recorded. Live video and the clips of marks still work.</source>
        <translation>Nichts wird aufgezeichnet. Livebild und Clips von Markierungen funktionieren weiter.</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>Alles wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Each mark is recorded, with the seconds before and after it.</source>
        <translation>Jede Markierung wird aufgezeichnet, mit den Sekunden davor und danach.</translation>
    </message>
    <message>
        <source>Everything is recorded at these times, in the time zone of the account.</source>
        <translation>Zu diesen Zeiten wird alles aufgezeichnet, in der Zeitzone des Kontos.</translation>
    </message>
    <message>
        <source>Seconds before a mark</source>
        <translation>Sekunden vor einer Markierung</translation>
    </message>
    <message>
        <source>Seconds after a mark</source>
        <translation>Sekunden nach einer Markierung</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Keep for at most (days)</source>
        <translation>Höchstens aufbewahren (Tage)</translation>
    </message>
    <message>
        <source>Keep at most (GB)</source>
        <translation>Höchstens aufbewahren (GB)</translation>
    </message>
    <message>
        <source>0: as much as the plan and the server keep. The oldest recordings are deleted first.</source>
        <translation>0: so viel, wie Tarif und Server aufbewahren. Die ältesten Aufzeichnungen werden zuerst gelöscht.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>Fotos und Videos</translation>
    </message>
    <message>
        <source>%1 in the last 24 hours</source>
        <translation>%1 in den letzten 24 Stunden</translation>
    </message>
</context>
<context>
    <name>RecordingView</name>
    <message>
        <source>Nothing was recorded at this time.</source>
        <translation>In dieser Zeit wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Live view of %1</source>
        <translation>Livebild von %1</translation>
    </message>
    <message>
        <source>Recording of %1</source>
        <translation>Aufzeichnung von %1</translation>
    </message>
    <message>
        <source>Recorded, %1</source>
        <translation>Aufgezeichnet, %1</translation>
    </message>
</context>
<context>
    <name>RecoveryCodesDialog</name>
    <message>
        <source>Save your recovery codes</source>
        <translation>Wiederherstellungscodes aufbewahren</translation>
    </message>
    <message>
        <source>Each code signs you in once if you lose your authenticator app. Keep the codes in a safe place: they won&apos;t be shown again.</source>
        <translation>Mit jedem Code können Sie sich einmal anmelden, falls Sie Ihre Authentifizierungs-App verlieren. Bewahren Sie die Codes sicher auf: Sie werden nicht noch einmal angezeigt.</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>I have saved the codes</source>
        <translation>Ich habe die Codes gespeichert</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>ReferencePanel</name>
    <message>
        <source>Search calls</source>
        <translation>Aufrufe suchen</translation>
    </message>
    <message>
        <source>No matching calls</source>
        <translation>Keine passenden Aufrufe</translation>
    </message>
    <message>
        <source>Try a word of a path, such as zone, or a method.</source>
        <translation>Versuchen Sie es mit einem Wort aus einem Pfad, z. B. zone, oder mit einer Methode.</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>The sample reads these environment variables: %1</source>
        <translation>Das Beispiel liest diese Umgebungsvariablen: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open documentation</source>
        <translation>Dokumentation öffnen</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Create an account</source>
        <translation>Konto erstellen</translation>
    </message>
    <message>
        <source>Check your email</source>
        <translation>Sehen Sie in Ihre E-Mails</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>Willkommen!</translation>
    </message>
    <message>
        <source>For developers: add cameras and register apps.</source>
        <translation>Für Entwickler: Kameras hinzufügen und Apps registrieren.</translation>
    </message>
    <message>
        <source>We sent a six-digit code to %1.</source>
        <translation>Wir haben einen sechsstelligen Code an %1 gesendet.</translation>
    </message>
    <message>
        <source>Your email address is verified. Signing in…</source>
        <translation>Ihre E-Mail-Adresse ist bestätigt. Sie werden angemeldet&#xa0;…</translation>
    </message>
    <message>
        <source>Your email address is verified. You can sign in now.</source>
        <translation>Ihre E-Mail-Adresse ist bestätigt. Sie können sich jetzt anmelden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Phone (optional)</source>
        <translation>Telefon (optional)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Creating account…</source>
        <translation>Konto wird erstellt&#xa0;…</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Konto erstellen</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>Ich habe bereits ein Konto</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Resend in %1 s</source>
        <translation>Erneut senden in %1 s</translation>
    </message>
    <message>
        <source>Resend code</source>
        <translation>Code erneut senden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>Registration</name>
    <message>
        <source>Very weak</source>
        <translation>Sehr schwach</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation>Sehr stark</translation>
    </message>
    <message>
        <source>Make it longer.</source>
        <translation>Machen Sie es länger.</translation>
    </message>
    <message>
        <source>This password is common and easy to guess.</source>
        <translation>Dieses Passwort ist verbreitet und leicht zu erraten.</translation>
    </message>
    <message>
        <source>Don&apos;t use your name or email address.</source>
        <translation>Verwenden Sie nicht Ihren Namen oder Ihre E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Avoid repeated characters and words.</source>
        <translation>Vermeiden Sie wiederholte Zeichen und Wörter.</translation>
    </message>
    <message>
        <source>Avoid sequences such as abc or 1234.</source>
        <translation>Vermeiden Sie Folgen wie abc oder 1234.</translation>
    </message>
    <message>
        <source>Avoid neighboring keys such as qwerty.</source>
        <translation>Vermeiden Sie benachbarte Tasten wie qwertz.</translation>
    </message>
    <message>
        <source>Avoid dates.</source>
        <translation>Vermeiden Sie Datumsangaben.</translation>
    </message>
    <message>
        <source>Add one or two uncommon words.</source>
        <translation>Fügen Sie ein oder zwei ungewöhnliche Wörter hinzu.</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>A user of the app</source>
        <translation>Ein Benutzer der App</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>Die App</translation>
    </message>
    <message>
        <source>Idempotency</source>
        <translation>Idempotenz</translation>
    </message>
    <message>
        <source>The answer repeats that of an earlier request with the same key.</source>
        <translation>Die Antwort wiederholt die einer früheren Anfrage mit demselben Schlüssel.</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Request body without secrets</source>
        <translation>Anfragetext ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Repeat with curl</source>
        <translation>Mit curl wiederholen</translation>
    </message>
    <message>
        <source>Set the variable APP_KEY or ACCESS_TOKEN first, and replace each REDACTED.</source>
        <translation>Setzen Sie zuerst die Variable APP_KEY oder ACCESS_TOKEN, und ersetzen Sie jedes REDACTED.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy curl command</source>
        <translation>curl-Befehl kopieren</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>RequestRow</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Alle Status</translation>
    </message>
    <message>
        <source>Succeeded (2xx)</source>
        <translation>Erfolgreich (2xx)</translation>
    </message>
    <message>
        <source>Client errors (4xx)</source>
        <translation>Client-Fehler (4xx)</translation>
    </message>
    <message>
        <source>Server errors (5xx)</source>
        <translation>Server-Fehler (5xx)</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>Alle Methoden</translation>
    </message>
    <message>
        <source>The calls of this app in the last 7 days, without secrets</source>
        <translation>Die Aufrufe dieser App in den letzten 7 Tagen, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path or request ID</source>
        <translation>Pfad oder Anfrage-ID</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>No matching requests</source>
        <translation>Keine passenden Anfragen</translation>
    </message>
    <message>
        <source>No requests yet. New requests appear here within seconds.</source>
        <translation>Noch keine Anfragen. Neue Anfragen erscheinen hier innerhalb von Sekunden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation>Letzte 3 Tage</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Fehlercode</translation>
    </message>
</context>
<context>
    <name>ReviewKeys</name>
    <message>
        <source>next</source>
        <translation>nächste</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>vorherige</translation>
    </message>
    <message>
        <source>mark read</source>
        <translation>als gelesen markieren</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Entf</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>play</source>
        <translation>abspielen</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>select</source>
        <translation>auswählen</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>No unread marks</source>
        <translation>Keine ungelesenen Markierungen</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Open Review</source>
        <translation>Zur Prüfung</translation>
    </message>
</context>
<context>
    <name>RulePreview</name>
    <message>
        <source>Moving area</source>
        <translation>Bewegte Fläche</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Entfallen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Geblieben</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Near miss</source>
        <translation>Beinahe</translation>
    </message>
    <message>
        <source>%1 of the image changed (threshold %2)</source>
        <translation>%1 des Bildes geändert (Schwelle %2)</translation>
    </message>
    <message>
        <source>The largest moving area was %1 (at least %2)</source>
        <translation>Die größte bewegte Fläche war %1 (mindestens %2)</translation>
    </message>
    <message>
        <source>Confidence %1 (at least %2)</source>
        <translation>Konfidenz %1 (mindestens %2)</translation>
    </message>
    <message>
        <source>Size %1 (at least %2)</source>
        <translation>Größe %1 (mindestens %2)</translation>
    </message>
    <message>
        <source>Lasted %1 s (at least %2 s)</source>
        <translation>Dauerte %1 s (mindestens %2 s)</translation>
    </message>
    <message>
        <source>Stayed for %1 s (at least %2 s)</source>
        <translation>Verweilte %1 s (mindestens %2 s)</translation>
    </message>
    <message>
        <source>%1 s after the last mark (at least %2 s)</source>
        <translation>%1 s nach der letzten Markierung (mindestens %2 s)</translation>
    </message>
    <message>
        <source>The hourly limit was reached</source>
        <translation>Die Grenze pro Stunde war erreicht</translation>
    </message>
    <message>
        <source>Came close to the line, without crossing it</source>
        <translation>Kam der Linie nahe, ohne sie zu überqueren</translation>
    </message>
    <message>
        <source>%1 seen (at least %2)</source>
        <comment>numbers</comment>
        <translation>%1 gesehen (mindestens %2)</translation>
    </message>
    <message>
        <source>The conditions were not met</source>
        <translation>Die Bedingungen waren nicht erfüllt</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message numerus="yes">
        <source>Last 24 hours, %n camera(s), computed in %1 s</source>
        <translation>
            <numerusform>Letzte 24 Stunden, %n Kamera, in %1 s berechnet</numerusform>
            <numerusform>Letzte 24 Stunden, %n Kameras, in %1 s berechnet</numerusform>
        </translation>
    </message>
    <message>
        <source>marks that are there</source>
        <translation>vorhandene Markierungen</translation>
    </message>
    <message>
        <source>marks by this rule</source>
        <translation>Markierungen durch diese Regel</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>Diese Regel</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Neu %1</translation>
    </message>
    <message>
        <source>Gone %1</source>
        <translation>Entfallen %1</translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation>Geblieben %1</translation>
    </message>
    <message>
        <source>Near misses %1</source>
        <translation>Beinahe %1</translation>
    </message>
    <message>
        <source>Nothing came close to a mark.</source>
        <translation>Nichts kam einer Markierung nahe.</translation>
    </message>
    <message>
        <source>No marks of this kind.</source>
        <translation>Keine Markierungen dieser Art.</translation>
    </message>
    <message>
        <source>Entered %1 of %2 zones in order</source>
        <translation>%1 von %2 Zonen in der Reihenfolge betreten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a condition; what was missing</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Condition: %1</source>
        <translation>Bedingung: %1</translation>
    </message>
</context>
<context>
    <name>SandboxCard</name>
    <message>
        <source>Sandbox cameras</source>
        <translation>Sandbox-Kameras</translation>
    </message>
    <message>
        <source>Delete sandbox camera?</source>
        <translation>Sandbox-Kamera löschen?</translation>
    </message>
    <message>
        <source>The camera and its marks are permanently deleted.</source>
        <translation>Die Kamera und ihre Markierungen werden endgültig gelöscht.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>A sandbox camera shows a scene again and again, so that your tests know which marks to expect. It does not count toward the plan, and is deleted when the trial ends.</source>
        <translation>Eine Sandbox-Kamera zeigt immer wieder eine Szene, sodass Ihre Tests wissen, welche Markierungen zu erwarten sind. Sie zählt nicht zum Tarif und wird am Ende der Testphase gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%1, every %n second(s)</source>
        <translation>
            <numerusform>%1, jede Sekunde</numerusform>
            <numerusform>%1, alle %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected marks</source>
        <translation>Erwartete Markierungen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>No sandbox cameras yet</source>
        <translation>Noch keine Sandbox-Kameras</translation>
    </message>
    <message>
        <source>Add sandbox camera…</source>
        <translation>Sandbox-Kamera hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>SandboxDialog</name>
    <message>
        <source>Add sandbox camera</source>
        <translation>Sandbox-Kamera hinzufügen</translation>
    </message>
    <message>
        <source>%1 (not available on this server)</source>
        <translation>%1 (auf diesem Server nicht verfügbar)</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Interval in seconds</source>
        <translation>Abstand in Sekunden</translation>
    </message>
    <message>
        <source>seconds (at least %1)</source>
        <translation>Sekunden (mindestens %1)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>Kamera hinzufügen</translation>
    </message>
</context>
<context>
    <name>SceneNames</name>
    <message>
        <source>Walk</source>
        <translation>Gang</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Covered lens</source>
        <translation>Verdecktes Objektiv</translation>
    </message>
    <message>
        <source>Lost stream</source>
        <translation>Abgerissener Stream</translation>
    </message>
    <message>
        <source>A person walks through the room from left to right.</source>
        <translation>Eine Person geht von links nach rechts durch den Raum.</translation>
    </message>
    <message>
        <source>A person looks into the camera.</source>
        <translation>Eine Person blickt in die Kamera.</translation>
    </message>
    <message>
        <source>Something covers the lens, and the picture is dark.</source>
        <translation>Etwas verdeckt das Objektiv, und das Bild ist dunkel.</translation>
    </message>
    <message>
        <source>The camera stops sending and cannot be reached.</source>
        <translation>Die Kamera sendet nicht mehr und ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>ScopeNames</name>
    <message>
        <source>read and change your account</source>
        <translation>Ihr Konto lesen und ändern</translation>
    </message>
    <message>
        <source>read your account</source>
        <translation>Ihr Konto lesen</translation>
    </message>
    <message>
        <source>manage your apps</source>
        <translation>Ihre Apps verwalten</translation>
    </message>
    <message>
        <source>see your apps</source>
        <translation>Ihre Apps sehen</translation>
    </message>
    <message>
        <source>manage your cameras</source>
        <translation>Ihre Kameras verwalten</translation>
    </message>
    <message>
        <source>see your cameras</source>
        <translation>Ihre Kameras sehen</translation>
    </message>
    <message>
        <source>share your cameras</source>
        <translation>Ihre Kameras freigeben</translation>
    </message>
    <message>
        <source>watch live and recorded video</source>
        <translation>Livebilder und Aufzeichnungen ansehen</translation>
    </message>
    <message>
        <source>manage recordings</source>
        <translation>Aufzeichnungen verwalten</translation>
    </message>
    <message>
        <source>see recordings</source>
        <translation>Aufzeichnungen sehen</translation>
    </message>
    <message>
        <source>manage marks</source>
        <translation>Markierungen verwalten</translation>
    </message>
    <message>
        <source>see marks</source>
        <translation>Markierungen sehen</translation>
    </message>
    <message>
        <source>change your rules</source>
        <translation>Ihre Regeln ändern</translation>
    </message>
    <message>
        <source>see your rules</source>
        <translation>Ihre Regeln sehen</translation>
    </message>
    <message>
        <source>order plans</source>
        <translation>Tarife bestellen</translation>
    </message>
    <message>
        <source>see plans and orders</source>
        <translation>Tarife und Bestellungen sehen</translation>
    </message>
    <message>
        <source>manage notifications</source>
        <translation>Benachrichtigungen verwalten</translation>
    </message>
    <message>
        <source>read notifications</source>
        <translation>Benachrichtigungen lesen</translation>
    </message>
    <message>
        <source>analyze images</source>
        <translation>Bilder analysieren</translation>
    </message>
    <message>
        <source>administer this server</source>
        <translation>diesen Server verwalten</translation>
    </message>
    <message>
        <source>know who you are</source>
        <translation>wissen, wer Sie sind</translation>
    </message>
    <message>
        <source>know your name</source>
        <translation>Ihren Namen erfahren</translation>
    </message>
    <message>
        <source>know your email address</source>
        <translation>Ihre E-Mail-Adresse erfahren</translation>
    </message>
    <message>
        <source>know your phone number</source>
        <translation>Ihre Telefonnummer erfahren</translation>
    </message>
    <message>
        <source>stay signed in</source>
        <translation>angemeldet bleiben</translation>
    </message>
</context>
<context>
    <name>ScreenControls</name>
    <message>
        <source>Save a snapshot</source>
        <translation>Standbild speichern</translation>
    </message>
    <message>
        <source>Save a snapshot (S)</source>
        <translation>Standbild speichern (S)</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild beenden</translation>
    </message>
    <message>
        <source>Leave full screen (F)</source>
        <translation>Vollbild beenden (F)</translation>
    </message>
</context>
<context>
    <name>SecondFactorCard</name>
    <message>
        <source>Two-factor sign-in</source>
        <translation>Zwei-Faktor-Anmeldung</translation>
    </message>
    <message>
        <source>Two-factor sign-in is off.</source>
        <translation>Die Zwei-Faktor-Anmeldung ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>On since %1. A sign-in asks for a code of your authenticator app.</source>
        <translation>Eingeschaltet seit %1. Bei der Anmeldung wird ein Code Ihrer Authentifizierungs-App verlangt.</translation>
    </message>
    <message>
        <source>Off. This server requires it of staff: until you set it up, you can&apos;t do anything else.</source>
        <translation>Ausgeschaltet. Dieser Server verlangt sie von Mitarbeitern: Bis Sie sie einrichten, können Sie nichts anderes tun.</translation>
    </message>
    <message>
        <source>Off. With an authenticator app, nobody can sign in with your password alone.</source>
        <translation>Ausgeschaltet. Mit einer Authentifizierungs-App kann sich niemand allein mit Ihrem Passwort anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>%n unused recovery code(s).</source>
        <translation>
            <numerusform>%n unbenutzter Wiederherstellungscode.</numerusform>
            <numerusform>%n unbenutzte Wiederherstellungscodes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten&#xa0;…</translation>
    </message>
    <message>
        <source>New recovery codes…</source>
        <translation>Neue Wiederherstellungscodes&#xa0;…</translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>Ausschalten&#xa0;…</translation>
    </message>
    <message>
        <source>On with security keys. Apps that open no web page ask for a code: set up an authenticator app, or use your recovery codes.</source>
        <translation>Mit Sicherheitsschlüsseln eingeschaltet. Apps, die keine Webseite öffnen, verlangen einen Code: Richten Sie eine Authentifizierungs-App ein, oder verwenden Sie Ihre Wiederherstellungscodes.</translation>
    </message>
</context>
<context>
    <name>SecondFactorProofDialog</name>
    <message>
        <source>Switch two-factor sign-in off</source>
        <translation>Zwei-Faktor-Anmeldung ausschalten</translation>
    </message>
    <message>
        <source>New recovery codes</source>
        <translation>Neue Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>Your password alone can sign in again. Your recovery codes will no longer be valid.</source>
        <translation>Ihr Passwort allein genügt dann wieder zur Anmeldung. Ihre Wiederherstellungscodes werden ungültig.</translation>
    </message>
    <message>
        <source>You get ten new codes. The earlier ones will no longer be valid.</source>
        <translation>Sie erhalten zehn neue Codes. Die bisherigen werden ungültig.</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Aktuelles Passwort</translation>
    </message>
    <message>
        <source>Leave this empty if you sign in only with another provider.</source>
        <translation>Lassen Sie das Feld leer, wenn Sie sich nur über einen anderen Anbieter anmelden.</translation>
    </message>
    <message>
        <source>Code or recovery code</source>
        <translation>Code oder Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Create codes</source>
        <translation>Codes erstellen</translation>
    </message>
</context>
<context>
    <name>SecondFactorSetupDialog</name>
    <message>
        <source>Set up two-factor sign-in</source>
        <translation>Zwei-Faktor-Anmeldung einrichten</translation>
    </message>
    <message>
        <source>Scan the QR code with your authenticator app, or enter the key by hand. Then enter the code that the app shows.</source>
        <translation>Scannen Sie den QR-Code mit Ihrer Authentifizierungs-App, oder geben Sie den Schlüssel von Hand ein. Geben Sie dann den Code ein, den die App anzeigt.</translation>
    </message>
    <message>
        <source>You need an authenticator app on your phone. Confirm your password first. Leave it empty if you sign in only with another provider.</source>
        <translation>Sie benötigen eine Authentifizierungs-App auf Ihrem Telefon. Bestätigen Sie zuerst Ihr Passwort. Lassen Sie das Feld leer, wenn Sie sich nur über einen anderen Anbieter anmelden.</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Aktuelles Passwort</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>You have security keys. One of your recovery codes shows that it is you.</source>
        <translation>Sie haben Sicherheitsschlüssel. Einer Ihrer Wiederherstellungscodes zeigt, dass Sie es sind.</translation>
    </message>
    <message>
        <source>QR code with the key below</source>
        <translation>QR-Code mit dem Schlüssel darunter</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Sign out all other devices and apps</source>
        <translation>Alle anderen Geräte und Apps abmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>SecondStepPage</name>
    <message>
        <source>Enter your code</source>
        <translation>Geben Sie Ihren Code ein</translation>
    </message>
    <message>
        <source>Each of your recovery codes works once.</source>
        <translation>Jeder Ihrer Wiederherstellungscodes funktioniert einmal.</translation>
    </message>
    <message>
        <source>Your authenticator app shows the code.</source>
        <translation>Ihre Authentifizierungs-App zeigt den Code an.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Sie werden angemeldet&#xa0;…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Use the authenticator app</source>
        <translation>Authentifizierungs-App verwenden</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>Wiederherstellungscode verwenden</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Secret of “%1”</source>
        <translation>Geheimnis von „%1“</translation>
    </message>
    <message>
        <source>Your program uses this secret to verify signatures. Copy it now: it won&apos;t be shown again.</source>
        <translation>Mit diesem Geheimnis prüft Ihr Programm Signaturen. Kopieren Sie es jetzt: Es wird nicht noch einmal angezeigt.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>Ich habe ihn kopiert</translation>
    </message>
</context>
<context>
    <name>SecurityKeyDialog</name>
    <message>
        <source>Remove security key</source>
        <translation>Sicherheitsschlüssel entfernen</translation>
    </message>
    <message>
        <source>Security key</source>
        <translation>Sicherheitsschlüssel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>“%1” can no longer sign in, and all other devices, browsers, and apps are signed out. You can also remove the key on the web page for keys, without a code.</source>
        <translation>„%1“ kann nicht mehr anmelden, und alle anderen Geräte, Browser und Apps werden abgemeldet. Auf der Webseite für Schlüssel können Sie den Schlüssel auch ohne Code entfernen.</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Aktuelles Passwort</translation>
    </message>
    <message>
        <source>Leave this empty if you sign in only with another provider.</source>
        <translation>Lassen Sie das Feld leer, wenn Sie sich nur über einen anderen Anbieter anmelden.</translation>
    </message>
    <message>
        <source>Code or recovery code</source>
        <translation>Code oder Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>SecurityKeysCard</name>
    <message>
        <source>Security keys and passkeys</source>
        <translation>Sicherheitsschlüssel und Passkeys</translation>
    </message>
    <message>
        <source>Sign in on web pages with a security key, a fingerprint, or a screen lock. Keys are added in your browser.</source>
        <translation>Melden Sie sich auf Webseiten mit einem Sicherheitsschlüssel, einem Fingerabdruck oder einer Bildschirmsperre an. Schlüssel werden in Ihrem Browser hinzugefügt.</translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>Noch keine Schlüssel</translation>
    </message>
    <message>
        <source>This server has no security keys: it must be reached by its name over HTTPS.</source>
        <translation>Auf diesem Server gibt es keine Sicherheitsschlüssel: Er muss unter seinem Namen über HTTPS erreichbar sein.</translation>
    </message>
    <message>
        <source>Security key renamed.</source>
        <translation>Sicherheitsschlüssel umbenannt.</translation>
    </message>
    <message>
        <source>Security key removed. All other devices are signed out.</source>
        <translation>Sicherheitsschlüssel entfernt. Alle anderen Geräte sind abgemeldet.</translation>
    </message>
    <message>
        <source>Passkey</source>
        <translation>Passkey</translation>
    </message>
    <message>
        <source>Added %1 · last used %2</source>
        <translation>Hinzugefügt am %1 · zuletzt verwendet %2</translation>
    </message>
    <message>
        <source>Added %1 · not used yet</source>
        <translation>Hinzugefügt am %1 · noch nicht verwendet</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Add in the browser…</source>
        <translation>Im Browser hinzufügen…</translation>
    </message>
    <message>
        <source>Open %1 in your browser.</source>
        <translation>Öffnen Sie %1 in Ihrem Browser.</translation>
    </message>
</context>
<context>
    <name>SecurityPanel</name>
    <message>
        <source>All other devices and apps are signed out.</source>
        <translation>Alle anderen Geräte und Apps sind abgemeldet.</translation>
    </message>
    <message>
        <source>Password changed. All other devices are signed out.</source>
        <translation>Passwort geändert. Alle anderen Geräte sind abgemeldet.</translation>
    </message>
    <message>
        <source>Signed-in devices</source>
        <translation>Angemeldete Geräte</translation>
    </message>
    <message>
        <source>No other devices</source>
        <translation>Keine anderen Geräte</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>dieses Gerät</translation>
    </message>
    <message>
        <source>%1 · from %2 · last used %3</source>
        <translation>%1 · von %2 · zuletzt verwendet %3</translation>
    </message>
    <message>
        <source>Unknown client</source>
        <translation>Unbekannter Client</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out everywhere else…</source>
        <translation>Überall sonst abmelden&#xa0;…</translation>
    </message>
    <message>
        <source>Apps with access to your account</source>
        <translation>Apps mit Zugriff auf Ihr Konto</translation>
    </message>
    <message>
        <source>No apps have access yet. Apps that you sign in to with Waymark appear here.</source>
        <translation>Noch keine App hat Zugriff. Apps, bei denen Sie sich mit Waymark anmelden, erscheinen hier.</translation>
    </message>
    <message>
        <source>Can %1. Since %2.</source>
        <translation>Darf: %1. Seit %2.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Other sign-in methods</source>
        <translation>Andere Anmeldearten</translation>
    </message>
    <message>
        <source>None. You sign in with your email address and password.</source>
        <translation>Keine. Sie melden sich mit E-Mail-Adresse und Passwort an.</translation>
    </message>
    <message>
        <source>linked %1</source>
        <translation>verknüpft: %1</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Aktuelles Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Sign out everywhere else?</source>
        <translation>Überall sonst abmelden?</translation>
    </message>
    <message>
        <source>All other devices, browsers, and apps are signed out immediately. This device stays signed in.</source>
        <translation>Alle anderen Geräte, Browser und Apps werden sofort abgemeldet. Dieses Gerät bleibt angemeldet.</translation>
    </message>
    <message>
        <source>Revoke access for %1?</source>
        <translation>Zugriff von %1 widerrufen?</translation>
    </message>
    <message>
        <source>The app is signed out immediately and can no longer use your account. It can ask for access again.</source>
        <translation>Die App wird sofort abgemeldet und kann Ihr Konto nicht mehr verwenden. Sie kann erneut um Zugriff bitten.</translation>
    </message>
    <message>
        <source>Devices without a browser</source>
        <translation>Geräte ohne Browser</translation>
    </message>
    <message>
        <source>A TV or a program in a terminal shows a code that you enter here.</source>
        <translation>Ein Fernseher oder ein Programm in einem Terminal zeigt einen Code, den Sie hier eingeben.</translation>
    </message>
    <message>
        <source>Connect a device…</source>
        <translation>Gerät verbinden…</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>Answers this page</source>
        <translation>Beantwortet diese Seite</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 belegt</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>Live viewers</source>
        <translation>Live-Zuschauer</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 searched, %2 skipped, %3 waiting</source>
        <translation>%1 untersucht, %2 übersprungen, %3 warten</translation>
    </message>
    <message>
        <source>Processor load</source>
        <translation>Prozessorlast</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>Aktualisiert um %1</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>Jetzt aktualisieren</translation>
    </message>
    <message>
        <source>This is the state of %1.</source>
        <translation>Das ist der Stand von %1.</translation>
    </message>
</context>
<context>
    <name>ServerTroublesCard</name>
    <message>
        <source>Needs attention</source>
        <translation>Erfordert Aufmerksamkeit</translation>
    </message>
    <message>
        <source>All servers work.</source>
        <translation>Alle Server funktionieren.</translation>
    </message>
    <message>
        <source>The server works.</source>
        <translation>Der Server funktioniert.</translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Model not installed</source>
        <translation>Modell nicht installiert</translation>
    </message>
    <message>
        <source>Model can&apos;t be used</source>
        <translation>Modell nicht verwendbar</translation>
    </message>
    <message>
        <source>Stopped: the disk refuses it</source>
        <translation>Angehalten: Der Datenträger verweigert sie</translation>
    </message>
    <message>
        <source>No cameras</source>
        <translation>Keine Kameras</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>Disk for recordings</source>
        <translation>Datenträger für Aufzeichnungen</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>The disk of %1 is full: nothing is recorded.</source>
        <translation>Der Datenträger von %1 ist voll: Nichts wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>The disk of %1 refuses recordings.</source>
        <translation>Der Datenträger von %1 verweigert Aufzeichnungen.</translation>
    </message>
    <message>
        <source>%1 has stopped unexpectedly.</source>
        <translation>%1 ist unerwartet ausgefallen.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>The other servers can&apos;t reach %1: no address is set.</source>
        <translation>Die anderen Server erreichen %1 nicht: Es ist keine Adresse festgelegt.</translation>
    </message>
    <message>
        <source>The disk of %1 is almost full: %2 left.</source>
        <translation>Der Datenträger von %1 ist fast voll: Noch %2 frei.</translation>
    </message>
    <message numerus="yes">
        <source>The disk of %1 was too slow %n time(s). Video is missing from recordings.</source>
        <translation>
            <numerusform>Der Datenträger von %1 war %n-mal zu langsam. In Aufzeichnungen fehlt Video.</numerusform>
            <numerusform>Der Datenträger von %1 war %n-mal zu langsam. In Aufzeichnungen fehlt Video.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 skipped %2 of the images to be searched for objects.</source>
        <translation>%1 hat %2 der Bilder übersprungen, die auf Objekte untersucht werden sollten.</translation>
    </message>
    <message numerus="yes">
        <source>%1 could not store %n minute(s) of observations.</source>
        <translation>
            <numerusform>%1 konnte %n Minute Beobachtungen nicht speichern.</numerusform>
            <numerusform>%1 konnte %n Minuten Beobachtungen nicht speichern.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can&apos;t find objects: the model can&apos;t be used.</source>
        <translation>%1 findet keine Objekte: Das Modell ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>%1 can&apos;t find objects: the model is not installed.</source>
        <translation>%1 findet keine Objekte: Das Modell ist nicht installiert.</translation>
    </message>
    <message>
        <source>%1 can&apos;t find faces: the models are not installed.</source>
        <translation>%1 findet keine Gesichter: Die Modelle sind nicht installiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be sent.</source>
        <translation>
            <numerusform>%n Nachricht konnte nicht gesendet werden.</numerusform>
            <numerusform>%n Nachrichten konnten nicht gesendet werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n background job(s) failed.</source>
        <translation>
            <numerusform>%n Hintergrundaufgabe ist fehlgeschlagen.</numerusform>
            <numerusform>%n Hintergrundaufgaben sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Free some space, or lower the storage budgets of the cameras.</source>
        <translation>Schaffen Sie Platz, oder verringern Sie den Speicher der Kameras.</translation>
    </message>
    <message>
        <source>Check the disk. The server&apos;s log contains the reason.</source>
        <translation>Prüfen Sie den Datenträger. Das Protokoll des Servers nennt den Grund.</translation>
    </message>
    <message>
        <source>The other servers have taken over its cameras. Start the server again.</source>
        <translation>Die anderen Server haben seine Kameras übernommen. Starten Sie den Server wieder.</translation>
    </message>
    <message>
        <source>Check the machine, and the network between the servers.</source>
        <translation>Prüfen Sie den Rechner und das Netzwerk zwischen den Servern.</translation>
    </message>
    <message>
        <source>Start the server with the option --advertise.</source>
        <translation>Starten Sie den Server mit der Option --advertise.</translation>
    </message>
    <message>
        <source>Use a faster disk, or record fewer cameras on this server.</source>
        <translation>Verwenden Sie einen schnelleren Datenträger, oder zeichnen Sie auf diesem Server weniger Kameras auf.</translation>
    </message>
    <message>
        <source>Give the detector more threads by --object-threads, or add a server.</source>
        <translation>Geben Sie der Erkennung mit --object-threads mehr Threads, oder fügen Sie einen Server hinzu.</translation>
    </message>
    <message>
        <source>The server&apos;s log contains the reason.</source>
        <translation>Das Protokoll des Servers nennt den Grund.</translation>
    </message>
    <message>
        <source>Run scripts/install-models on the server&apos;s machine.</source>
        <translation>Führen Sie scripts/install-models auf dem Rechner des Servers aus.</translation>
    </message>
    <message>
        <source>Check the address and the password of the mail server.</source>
        <translation>Prüfen Sie Adresse und Passwort des Mailservers.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1 wait for the disk</source>
        <translation>%1 warten auf den Datenträger</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share “%1”</source>
        <translation>„%1“ freigeben</translation>
    </message>
    <message>
        <source>People you share with can see the live view and the marks, but can&apos;t change anything. If an email address has no account yet, access starts once it is registered.</source>
        <translation>Personen, für die Sie freigeben, sehen das Livebild und die Markierungen, können aber nichts ändern. Gibt es zu einer E-Mail-Adresse noch kein Konto, beginnt der Zugriff mit der Registrierung.</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Until revoked</source>
        <translation>Bis zum Widerruf</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 Stunde lang</translation>
    </message>
    <message>
        <source>For 1 day</source>
        <translation>1 Tag lang</translation>
    </message>
    <message>
        <source>For 1 week</source>
        <translation>1 Woche lang</translation>
    </message>
    <message>
        <source>For 30 days</source>
        <translation>30 Tage lang</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Not shared</source>
        <translation>Nicht freigegeben</translation>
    </message>
    <message>
        <source>Only you have access.</source>
        <translation>Nur Sie haben Zugriff.</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SharedServicesCards</name>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>By a mail server</source>
        <translation>Über einen Mailserver</translation>
    </message>
    <message>
        <source>Kept in a folder: no mail server is set</source>
        <translation>In einem Ordner: Kein Mailserver festgelegt</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>By a gateway</source>
        <translation>Über ein Gateway</translation>
    </message>
    <message>
        <source>No gateway is set</source>
        <translation>Kein Gateway festgelegt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Background jobs</source>
        <translation>Hintergrundaufgaben</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>This link leads to no page: %1</source>
        <translation>Dieser Link führt zu keiner Seite: %1</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>Leave this page?</source>
        <translation>Diese Seite verlassen?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
</context>
<context>
    <name>ShellActions</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Entwickeln</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Support access</source>
        <translation>Support-Zugriff</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Tarife</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Analyze a face</source>
        <translation>Gesicht analysieren</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Orders of all accounts</source>
        <translation>Bestellungen aller Konten</translation>
    </message>
    <message>
        <source>Plans for sale</source>
        <translation>Angebotene Tarife</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>Kamera hinzufügen</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>Neue App</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Farbschema</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Farbschema</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>Farbschema des Systems</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Ctrl +</source>
        <translation>Strg +</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Ctrl -</source>
        <translation>Strg -</translation>
    </message>
    <message>
        <source>Allow motion</source>
        <translation>Bewegung erlauben</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung reduzieren</translation>
    </message>
    <message>
        <source>Turn off letter shortcuts</source>
        <translation>Buchstabenkürzel ausschalten</translation>
    </message>
    <message>
        <source>Turn on letter shortcuts</source>
        <translation>Buchstabenkürzel einschalten</translation>
    </message>
    <message>
        <source>Turn off desktop notifications</source>
        <translation>Desktop-Benachrichtigungen ausschalten</translation>
    </message>
    <message>
        <source>Turn on desktop notifications</source>
        <translation>Desktop-Benachrichtigungen einschalten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Copy the server address</source>
        <translation>Serveradresse kopieren</translation>
    </message>
    <message>
        <source>Copy a link to this page</source>
        <translation>Link zu dieser Seite kopieren</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Alt Left</source>
        <translation>Alt Links</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Alt Right</source>
        <translation>Alt Rechts</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Accounts and servers</source>
        <translation>Konten und Server</translation>
    </message>
    <message>
        <source>Connect a device</source>
        <translation>Gerät verbinden</translation>
    </message>
    <message>
        <source>Server status</source>
        <translation>Serverstatus</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Sie werden angemeldet&#xa0;…</translation>
    </message>
    <message>
        <source>Forgot your password?</source>
        <translation>Passwort vergessen?</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Konto erstellen</translation>
    </message>
</context>
<context>
    <name>SoundControl</name>
    <message>
        <source>Sound off (M)</source>
        <translation>Ton aus (M)</translation>
    </message>
    <message>
        <source>Sound on (M)</source>
        <translation>Ton an (M)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
</context>
<context>
    <name>SpanShareDialog</name>
    <message>
        <source>Share this recording</source>
        <translation>Diese Aufzeichnung freigeben</translation>
    </message>
    <message>
        <source>All links to %1 were revoked.</source>
        <translation>Alle Links zu %1 wurden widerrufen.</translation>
    </message>
    <message>
        <source>Anyone with this link can download the selected span until %1, or until you revoke it or sign out.</source>
        <translation>Jeder mit diesem Link kann den gewählten Zeitraum bis %1 herunterladen, oder bis Sie den Link widerrufen oder sich abmelden.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Revoke all links of this camera</source>
        <translation>Alle Links dieser Kamera widerrufen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SpanTools</name>
    <message>
        <source>Held: %1</source>
        <translation>Aufbewahrt: %1</translation>
    </message>
    <message>
        <source>Held until %1: %2</source>
        <translation>Aufbewahrt bis %1: %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>The recording is held</source>
        <translation>Die Aufnahme wird aufbewahrt</translation>
    </message>
    <message>
        <source>The recording is released</source>
        <translation>Die Aufnahme ist freigegeben</translation>
    </message>
    <message>
        <source>The recording was deleted</source>
        <translation>Die Aufnahme wurde gelöscht</translation>
    </message>
    <message>
        <source>The newest minutes can&apos;t be deleted yet. Try again later.</source>
        <translation>Die letzten Minuten können noch nicht gelöscht werden. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>Diese Aufnahme löschen?</translation>
    </message>
    <message>
        <source>The recording of %1 from %2 will be permanently deleted. Marks and their clips stay.</source>
        <translation>Die Aufnahme von %1, %2, wird endgültig gelöscht. Markierungen und ihre Clips bleiben.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>StateBadge</name>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>Zahlung ausstehend</translation>
    </message>
    <message>
        <source>No new images</source>
        <translation>Keine neuen Bilder</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Can&apos;t load this page</source>
        <translation>Diese Seite kann nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>StorageWords</name>
    <message>
        <source>The storage is full within a day. Then the oldest recordings are deleted first.</source>
        <translation>Der Speicher ist innerhalb eines Tages voll. Dann werden die ältesten Aufzeichnungen zuerst gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>The storage is full in %n day(s). Then the oldest recordings are deleted first.</source>
        <translation>
            <numerusform>Der Speicher ist in %n Tag voll. Dann werden die ältesten Aufzeichnungen zuerst gelöscht.</numerusform>
            <numerusform>Der Speicher ist in %n Tagen voll. Dann werden die ältesten Aufzeichnungen zuerst gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportAccessCard</name>
    <message>
        <source>Images: access granted</source>
        <translation>Bilder: Zugriff gewährt</translation>
    </message>
    <message>
        <source>Images: no access</source>
        <translation>Bilder: kein Zugriff</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>The owner has granted access to images until %1. Each access is recorded.</source>
        <translation>Der Besitzer hat bis %1 Zugriff auf Bilder gewährt. Jeder Zugriff wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>The owner can grant access under Account, Support access. Until then, you see whether the cameras are online, but no images.</source>
        <translation>Der Besitzer kann unter „Konto“, „Support-Zugriff“ Zugriff gewähren. Bis dahin sehen Sie, ob die Kameras online sind, aber keine Bilder.</translation>
    </message>
    <message>
        <source>No cameras</source>
        <translation>Keine Kameras</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message numerus="yes">
        <source>Viewed %n time(s) under this access.</source>
        <translation>
            <numerusform>Unter diesem Zugriff %n-mal angesehen.</numerusform>
            <numerusform>Unter diesem Zugriff %n-mal angesehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportAccessPanel</name>
    <message>
        <source>Support access to your cameras</source>
        <translation>Support-Zugriff auf Ihre Kameras</translation>
    </message>
    <message>
        <source>Support staff can see your account and whether your cameras are online. They can&apos;t see any images unless you grant access here. You can see when they used it, and end it at any time.</source>
        <translation>Support-Mitarbeiter sehen Ihr Konto und ob Ihre Kameras online sind. Bilder sehen sie nur, wenn Sie hier Zugriff gewähren. Sie können sehen, wann der Zugriff genutzt wurde, und ihn jederzeit beenden.</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 Stunden</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Grant access</source>
        <translation>Zugriff gewähren</translation>
    </message>
    <message>
        <source>Support has access until %1.</source>
        <translation>Der Support hat Zugriff bis %1.</translation>
    </message>
    <message>
        <source>End access</source>
        <translation>Zugriff beenden</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>You have not granted access yet.</source>
        <translation>Sie haben noch keinen Zugriff gewährt.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>Viewed %n time(s), last at %1.</source>
        <translation>
            <numerusform>%n-mal angesehen, zuletzt um %1.</numerusform>
            <numerusform>%n-mal angesehen, zuletzt um %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not viewed yet</source>
        <translation>Noch nicht angesehen</translation>
    </message>
</context>
<context>
    <name>SupportAccountPage</name>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>Konto-ID</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Rolle von %1</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>Apps</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 calls today</source>
        <translation>%1 Aufrufe heute</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Deactivate this account?</source>
        <translation>Dieses Konto deaktivieren?</translation>
    </message>
    <message>
        <source>All users are signed out immediately. The account&apos;s apps and users have no access until you activate it again.</source>
        <translation>Alle Benutzer werden sofort abgemeldet. Apps und Benutzer des Kontos haben keinen Zugriff, bis Sie es wieder aktivieren.</translation>
    </message>
    <message>
        <source>Change the role of %1 to %2? The change takes effect with the next call.</source>
        <translation>Die Rolle von %1 in „%2“ ändern? Die Änderung gilt ab dem nächsten Aufruf.</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>The account will be deleted on %1.</source>
        <translation>Das Konto wird am %1 gelöscht.</translation>
    </message>
    <message>
        <source>Cancel deletion</source>
        <translation>Löschung abbrechen</translation>
    </message>
</context>
<context>
    <name>SupportOrderPage</name>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>Bestell-ID</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>Konto-ID</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Only administrators can change orders.</source>
        <translation>Nur Administratoren können Bestellungen ändern.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>Reason (kept with the order)</source>
        <translation>Grund (bleibt bei der Bestellung gespeichert)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>Tarif hinzufügen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Tarife</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>SupportPlanCards</name>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Kein Tarif</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message numerus="yes">
        <source>kept for %n day(s)</source>
        <translation>
            <numerusform>%n Tag aufbewahrt</numerusform>
            <numerusform>%n Tage aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
    <message numerus="yes">
        <source>%n in use</source>
        <translation>
            <numerusform>%n in Verwendung</numerusform>
            <numerusform>%n in Verwendung</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n aktiv</numerusform>
            <numerusform>%n aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown client</source>
        <translation>Unbekannter Client</translation>
    </message>
</context>
<context>
    <name>SupportSearch</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Address, name, phone, app, camera, order, ID, or request ID</source>
        <translation>Adresse, Name, Telefon, App, Kamera, Bestellung, ID oder Anfrage-ID</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Every search is recorded. The account&apos;s owner can see it.</source>
        <translation>Jede Suche wird aufgezeichnet. Der Besitzer des Kontos kann das sehen.</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Keine Ergebnisse</translation>
    </message>
    <message>
        <source>Try the beginning of a word, a full address, or an ID.</source>
        <translation>Versuchen Sie es mit dem Anfang eines Wortes, einer vollständigen Adresse oder einer ID.</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Enter a time such as %1.</source>
        <translation>Geben Sie eine Uhrzeit wie %1 ein.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera offline</source>
        <translation>Kamera offline</translation>
    </message>
    <message>
        <source>Recording off</source>
        <translation>Aufzeichnung aus</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Datenträger voll</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>Server angehalten</translation>
    </message>
    <message>
        <source>No recording</source>
        <translation>Keine Aufzeichnung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>cause and duration</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>at most 6 hours</source>
        <translation>höchstens 6 Stunden</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Release (%1)</source>
        <translation>Freigeben (%1)</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Release the recording before deleting it</source>
        <translation>Geben Sie die Aufnahme frei, bevor Sie sie löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>TimelineHeader</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>Vorheriger Tag</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Nächster Tag</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>Alle Kameras</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>No more marks</source>
        <translation>Keine weiteren Markierungen</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <translation>Noch keine Kameras</translation>
    </message>
    <message>
        <source>Add a camera on the Home page. Its recording appears here.</source>
        <translation>Fügen Sie auf der Startseite eine Kamera hinzu. Ihre Aufzeichnung erscheint hier.</translation>
    </message>
</context>
<context>
    <name>TimelineRows</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>No recording</source>
        <translation>Keine Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>%1%</source>
        <comment>a percentage</comment>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Waymark</source>
        <translation>Waymark öffnen</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>Waymark: %n unread</source>
        <translation>
            <numerusform>Waymark: %n ungelesen</numerusform>
            <numerusform>Waymark: %n ungelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other accounts</source>
        <translation>
            <numerusform>davon %n in anderen Konten</numerusform>
            <numerusform>davon %n in anderen Konten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>%1: %2 calls, %3 failed</source>
        <translation>%1: %2 Aufrufe, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 calls in %2 days, %3 failed</source>
        <translation>%1 Aufrufe in %2 Tagen, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Can&apos;t play the video.</source>
        <translation>Das Video kann nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
</context>
<context>
    <name>WatchCard</name>
    <message>
        <source>Use the group&apos;s rule or the default</source>
        <translation>Regel der Gruppe oder Standardregel verwenden</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
</context>
<context>
    <name>WebhooksCard</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Deliveries in the last 24 hours</source>
        <translation>Zustellungen der letzten 24 Stunden</translation>
    </message>
    <message>
        <source>No webhooks yet. Add a channel of the kind webhook in the inbox.</source>
        <translation>Noch keine Webhooks. Fügen Sie im Posteingang einen Kanal der Art Webhook hinzu.</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Fehlerfrei</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Zuletzt: %1</translation>
    </message>
    <message>
        <source>Type of the test message</source>
        <translation>Typ der Testnachricht</translation>
    </message>
    <message>
        <source>%1 delivered, %2 pending, %3 failed</source>
        <translation>%1 zugestellt, %2 ausstehend, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>Test senden</translation>
    </message>
</context>
<context>
    <name>WeeklySpans</name>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a time of the day</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>the next day</source>
        <translation>am nächsten Tag</translation>
    </message>
    <message>
        <source>Delete this time span</source>
        <translation>Diesen Zeitraum löschen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Record all day</source>
        <translation>Ganztägig aufzeichnen</translation>
    </message>
    <message>
        <source>Delete this exception</source>
        <translation>Diese Ausnahme löschen</translation>
    </message>
    <message>
        <source>Add a time span</source>
        <translation>Zeitraum hinzufügen</translation>
    </message>
    <message>
        <source>Add an exception</source>
        <translation>Ausnahme hinzufügen</translation>
    </message>
    <message>
        <source>A schedule can have at most %1 time spans.</source>
        <translation>Ein Zeitplan kann höchstens %1 Zeiträume haben.</translation>
    </message>
    <message>
        <source>A schedule can have at most %1 exceptions.</source>
        <translation>Ein Zeitplan kann höchstens %1 Ausnahmen haben.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Your cameras, on your own server</source>
        <translation>Ihre Kameras, auf Ihrem eigenen Server</translation>
    </message>
    <message>
        <source>Watch live, find the moments that matter, and build your own apps. Your data stays on this server unless you share it.</source>
        <translation>Sehen Sie live zu, finden Sie die Momente, auf die es ankommt, und entwickeln Sie eigene Apps. Ihre Daten bleiben auf diesem Server, es sei denn, Sie geben sie frei.</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Konto erstellen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>ZoneCorners</name>
    <message>
        <source>Corner %1</source>
        <translation>Ecke %1</translation>
    </message>
    <message>
        <source>Arrow keys move the corner, Insert adds a corner, Delete deletes it.</source>
        <translation>Die Pfeiltasten bewegen die Ecke, Einfg fügt eine Ecke hinzu, Entf löscht sie.</translation>
    </message>
</context>
<context>
    <name>ZoneForm</name>
    <message>
        <source>Edit zone</source>
        <translation>Zone bearbeiten</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>Neue Zone</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Überwachen</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Motion in this zone is ignored.</source>
        <translation>Bewegung in dieser Zone wird ignoriert.</translation>
    </message>
    <message>
        <source>A line between two points.</source>
        <translation>Eine Linie zwischen zwei Punkten.</translation>
    </message>
    <message>
        <source>Motion outside these zones is ignored.</source>
        <translation>Bewegung außerhalb dieser Zonen wird ignoriert.</translation>
    </message>
    <message numerus="yes">
        <source>Remove corners until %n are left.</source>
        <translation>
            <numerusform>Entfernen Sie Ecken, bis %n übrig ist.</numerusform>
            <numerusform>Entfernen Sie Ecken, bis %n übrig sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag the corners, or move the selected corner with the arrow keys. Insert adds a corner, Delete deletes it.</source>
        <translation>Ziehen Sie die Ecken, oder bewegen Sie die ausgewählte Ecke mit den Pfeiltasten. Einfg fügt eine Ecke hinzu, Entf löscht sie.</translation>
    </message>
    <message numerus="yes">
        <source>Click %n more corner(s) in the image.</source>
        <translation>
            <numerusform>Klicken Sie %n weitere Ecke in das Bild.</numerusform>
            <numerusform>Klicken Sie %n weitere Ecken in das Bild.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start with a shape in the middle</source>
        <translation>Mit einer Form in der Mitte beginnen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>ZonesPage</name>
    <message>
        <source>The changes to this zone are not saved.</source>
        <translation>Die Änderungen an dieser Zone sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Zones of %1</source>
        <translation>Zonen von %1</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>Neue Zone</translation>
    </message>
    <message>
        <source>Delete this zone?</source>
        <translation>Diese Zone löschen?</translation>
    </message>
    <message>
        <source>Existing marks are kept.</source>
        <translation>Vorhandene Markierungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>No zones yet. Draw a zone to watch an area or to ignore it.</source>
        <translation>Noch keine Zonen. Zeichnen Sie eine Zone, um einen Bereich zu überwachen oder zu ignorieren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Überwacht</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
</context>
</TS>
