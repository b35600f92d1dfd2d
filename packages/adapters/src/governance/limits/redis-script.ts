// The steps of the store inside of Redis or Valkey, where a script runs alone. All is in one hash, so that it is there or gone
// as a whole, in a cluster too:
//
//   <counter>   "<end of its window> <count>"
//   r:<id>      "<end of its last window> [<counter> <end> <amount>]…": a reservation that is not settled
//   seq         counts changes. Whoever knows a later one than it finds knows that the store forgot something
//   clock       the latest time seen, since the machine's clock may go back
//   lost        when the store was found to have forgotten. Windows that had begun by then stay closed until they end

/** What both begin with. ARGV[1]: the latest change that the caller knows of. */
const BEGINNING = `
local key, known = KEYS[1], tonumber(ARGV[1])
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local state = redis.call('HMGET', key, 'seq', 'clock', 'lost')
local seq, clock, lost = tonumber(state[1] or 0), tonumber(state[2] or 0), tonumber(state[3] or -1)
local function whole(number) return string.format('%.0f', number) end
if known > seq or clock - now > 86400000 then
  lost = now
  redis.call('HSET', key, 'lost', whole(lost), 'clock', whole(now))
elseif clock > now then
  now = clock
end
local function counted(counter)
  local value = redis.call('HGET', key, counter)
  if not value then return 0, 0 end
  local stop, count = string.match(value, '^(%d+) (%d+)$')
  return tonumber(stop), tonumber(count)
end
local function changed()
  seq = seq + 1
  redis.call('HSET', key, 'seq', whole(seq), 'clock', whole(now))
  if seq % 1024 ~= 0 then return end
  local all = redis.call('HGETALL', key)
  for i = 1, #all, 2 do
    local stop = string.match(all[i + 1], '^(%d+) ')
    if stop and tonumber(stop) <= now then redis.call('HDEL', key, all[i]) end
  end
end
`;

/**
 * ARGV[2]: an id, or nothing where it is only asked; then counter, window, limit and amount of each charge. Gives the change,
 * then index and wait of each charge that does not fit.
 */
export const RESERVE: string = `${BEGINNING}
local reply, reserved, last = {0}, {}, 0
for i = 3, #ARGV, 4 do
  local window, limit, amount = tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3])
  local stop = now - now % window + window
  local known_stop, count = counted(ARGV[i])
  if known_stop ~= stop then count = 0 end
  if count + amount > limit or stop - window <= lost then
    reply[#reply + 1] = (i - 3) / 4
    reply[#reply + 1] = stop - now
  end
  reserved[#reserved + 1] = {ARGV[i], whole(stop), whole(amount), whole(count + amount)}
  if stop > last then last = stop end
end
if #reply == 1 and ARGV[2] ~= '' then
  local record = {whole(last)}
  for _, charge in ipairs(reserved) do
    redis.call('HSET', key, charge[1], charge[2] .. ' ' .. charge[4])
    for i = 1, 3 do record[#record + 1] = charge[i] end
  end
  redis.call('HSET', key, 'r:' .. ARGV[2], table.concat(record, ' '))
  changed()
end
reply[1] = seq
return reply
`;

/** ARGV[2]: an id; then the real amounts in the order of its charges. Gives the change. */
export const SETTLE: string = `${BEGINNING}
local record = redis.call('HGET', key, 'r:' .. ARGV[2])
if record then
  local at = 3
  redis.call('HDEL', key, 'r:' .. ARGV[2])
  for counter, stop, amount in string.gmatch(record, ' (%S+) (%d+) (%d+)') do
    local known_stop, count = counted(counter)
    if known_stop == tonumber(stop) then
      local rest = math.max(0, count - tonumber(amount) + tonumber(ARGV[at] or amount))
      redis.call('HSET', key, counter, stop .. ' ' .. whole(rest))
    end
    at = at + 1
  end
  changed()
end
return {seq}
`;
