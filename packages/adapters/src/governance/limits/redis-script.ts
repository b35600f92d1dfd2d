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
local function parsed(value)
  if not value then return 0, 0 end
  local stop, count = string.match(value, '^(%d+) (%d+)$')
  return tonumber(stop), tonumber(count)
end
local function set(fields)
  for _, field in ipairs({'seq', whole(seq + 1), 'clock', whole(now)}) do fields[#fields + 1] = field end
  redis.call('HSET', key, unpack(fields))
  seq = seq + 1
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
local reply, counters, last = {0}, {}, 0
for i = 3, #ARGV, 4 do counters[#counters + 1] = ARGV[i] end
local values = redis.call('HMGET', key, unpack(counters))
local fields, record = {}, {}
for at, counter in ipairs(counters) do
  local window, limit, amount = tonumber(ARGV[at * 4]), tonumber(ARGV[at * 4 + 1]), tonumber(ARGV[at * 4 + 2])
  local stop = now - now % window + window
  local known_stop, count = parsed(values[at])
  if known_stop ~= stop then count = 0 end
  if count + amount > limit or stop - window <= lost then
    reply[#reply + 1] = at - 1
    reply[#reply + 1] = stop - now
  end
  fields[#fields + 1] = counter
  fields[#fields + 1] = whole(stop) .. ' ' .. whole(count + amount)
  record[#record + 1] = counter .. ' ' .. whole(stop) .. ' ' .. whole(amount)
  if stop > last then last = stop end
end
if #reply == 1 and ARGV[2] ~= '' then
  fields[#fields + 1] = 'r:' .. ARGV[2]
  fields[#fields + 1] = whole(last) .. ' ' .. table.concat(record, ' ')
  set(fields)
end
reply[1] = seq
return reply
`;

/** ARGV[2]: an id; then the real amounts in the order of its charges. Gives the change. */
export const SETTLE: string = `${BEGINNING}
local record = redis.call('HGET', key, 'r:' .. ARGV[2])
if record then
  local at, fields = 3, {}
  redis.call('HDEL', key, 'r:' .. ARGV[2])
  for counter, stop, amount in string.gmatch(record, ' (%S+) (%d+) (%d+)') do
    local known_stop, count = parsed(redis.call('HGET', key, counter))
    if known_stop == tonumber(stop) then
      fields[#fields + 1] = counter
      fields[#fields + 1] = stop .. ' ' .. whole(math.max(0, count - tonumber(amount) + tonumber(ARGV[at] or amount)))
    end
    at = at + 1
  end
  set(fields)
end
return {seq}
`;
