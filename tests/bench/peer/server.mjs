// SPDX-License-Identifier: GPL-3.0-or-later
// Fastify and node-postgres with the queries of Waymark for GET /v1/devices/:device_id: the owner of the token, and the
// device. One process per core, each with as many connections as Waymark has threads per core.
//
// usage: node server.mjs PORT SOCKET_FOLDER DATABASE USER CONNECTIONS
import cluster from 'node:cluster';
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import Fastify from 'fastify';
import pg from 'pg';

const [port, host, database, user, connections] = process.argv.slice(2);

const ownerSql =
  'SELECT s.session_id, s.scopes, s.user_id, u.account_id, u.role, u.main, a.status AS account_status, p.app_id, ' +
  'p.first_party, p.status AS app_status, p.trial_ends_at, s.ended_at FROM access_token t ' +
  'JOIN session s ON s.session_id = t.session_id JOIN account_user u ON u.user_id = s.user_id ' +
  'JOIN account a ON a.account_id = u.account_id JOIN app p ON p.app_id = s.app_id ' +
  'WHERE t.token_hash = $1 AND t.expires_at > $2 AND s.ended_at IS NULL';
const deviceSql = 'SELECT * FROM device WHERE device_id = $1 AND account_id = $2 AND deleted_at IS NULL';

const text = { type: 'string' };
const device = {
  type: 'object',
  properties: Object.fromEntries(
    ['device_id', 'account_id', 'name', 'model', 'source_url', 'username', 'state', 'state_reason', 'state_since',
      'created_at', 'updated_at'].map((name) => [name, text]),
  ),
};

async function serve() {
  const pool = new pg.Pool({ host, database, user, max: Number(connections) });
  const app = Fastify();
  app.get('/health', { schema: { response: { 200: { type: 'object', properties: { status: text } } } } },
    async () => ({ status: 'ok' }));
  app.get('/devices/:id', { schema: { response: { 200: device } } }, async (request, reply) => {
    const token = (request.headers.authorization ?? '').slice('Bearer '.length);
    const hash = createHash('sha256').update(token).digest('hex');
    const owner = (await pool.query({ name: 'owner', text: ownerSql, values: [hash, Date.now()] })).rows[0];
    if (!owner || owner.account_status !== 'active' || owner.app_status !== 'active')
      return reply.code(401).send({ code: 'invalid_token' });
    const found = (await pool.query({ name: 'device', text: deviceSql, values: [request.params.id, owner.account_id] }))
      .rows[0];
    if (!found)
      return reply.code(404).send({ code: 'not_found' });
    for (const time of ['state_since', 'created_at', 'updated_at'])
      found[time] = new Date(Number(found[time])).toISOString();
    return found;
  });
  await app.listen({ port: Number(port), host: '127.0.0.1' });
}

if (cluster.isPrimary)
  for (let i = 0; i < availableParallelism(); ++i) cluster.fork();
else
  await serve();
