// The steps of the store inside of Redis or Valkey, where a script runs alone. All is in one hash, so that it is there or gone
// as a whole, in a cluster too:
//
//   <counter>   "<end of its window> <count>"
//   r:<id>      "<end of its last window> [<counter> <end> <amount>]…": a reservation that is not settled
//   p:<name>    "<a day after it> <number>": the latest question of a process
//   seq         counts questions
//   clock       the latest time seen, since the machine's clock may go back
//   lost        when the store was found to have forgotten. Windows that had begun by then stay closed until they end
//
// Each process numbers its questions, and the store keeps the latest number. A process whose answered question is not there has
// met another state than the one it knew: an emptied one, or an older copy. All that it knew of is then in doubt, and what others
// counted since does not hide it. A question without an answer may be there or not.

/**
 * What all begin with. ARGV: who asks, the number of this question, the latest that was answered, and the time until which that
 * one is kept.
 */
const BEGINNING = `
local key, process, number = KEYS[1], 'p:' .. ARGV[1], tonumber(ARGV[2])
local answered, kept_until = tonumber(ARGV[3]), tonumber(ARGV[4])
local DAY = 86400000
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local state = redis.call('HMGET', key, 'seq', 'clock', 'lost', process)
local seq, clock, lost = tonumber(state[1] or 0), tonumber(state[2] or 0), tonumber(state[3] or -1)
local fields = {}
local function whole(number) return string.format('%.0f', number) end
local function set(field, value)
  fields[#fields + 1] = field
  fields[#fields + 1] = value
end
local function parsed(value)
  if not value then return 0, 0 end
  local stop, count = string.match(value, '^(%d+) (%d+)$')
  return tonumber(stop), tonumber(count)
end
local is_ahead = clock - now > DAY
if clock > now and not is_ahead then now = clock end
local _, known = parsed(state[4])
-- What was answered before a loss that is known already is covered by it.
local is_new = kept_until - DAY >= lost
if is_ahead or (known < answered and now < kept_until and is_new) then
  lost = now
  set('lost', whole(lost))
end
local function finish()
  set('seq', whole(seq + 1))
  set('clock', whole(now))
  set(process, whole(now + DAY) .. ' ' .. whole(math.max(known, number)))
  redis.call('HSET', key, unpack(fields))
  if (seq + 1) % 1024 ~= 0 then return end
  local all = redis.call('HGETALL', key)
  for i = 1, #all, 2 do
    local stop = string.match(all[i + 1], '^(%d+) ')
    if stop and tonumber(stop) <= now then redis.call('HDEL', key, all[i]) end
  end
end
`;

/**
 * ARGV[5]: an id, or nothing where it is only asked; then counter, window, limit and amount of each charge. Gives until when the
 * question is kept, when the store was found to have forgotten or -1, then index and wait of each charge that does not fit.
 */
export const RESERVE: string = `${BEGINNING}
local id, reply, counts, record, last = ARGV[5], {now + DAY, lost}, {}, {}, 0
for at = 6, #ARGV, 4 do
  local counter, window = ARGV[at], tonumber(ARGV[at + 1])
  local limit, amount = tonumber(ARGV[at + 2]), tonumber(ARGV[at + 3])
  local stop = now - now % window + window
  local known_stop, count = parsed(redis.call('HGET', key, counter))
  if known_stop ~= stop then count = 0 end
  if count + amount > limit or stop - window <= lost then
    reply[#reply + 1] = (at - 6) / 4
    reply[#reply + 1] = stop - now
  end
  if id ~= '' then
    counts[counter] = whole(stop) .. ' ' .. whole(count + amount)
    record[#record + 1] = counter .. ' ' .. whole(stop) .. ' ' .. whole(amount)
    last = math.max(last, stop)
  end
end
if #reply == 2 and id ~= '' then
  for counter, count in pairs(counts) do set(counter, count) end
  set('r:' .. id, whole(last) .. ' ' .. table.concat(record, ' '))
end
finish()
return reply
`;

/** ARGV[5]: an id; then the real amounts in the order of its charges. Gives the first two of what `RESERVE` gives. */
export const SETTLE: string = `${BEGINNING}
local record = redis.call('HGET', key, 'r:' .. ARGV[5])
if record then
  local at = 6
  redis.call('HDEL', key, 'r:' .. ARGV[5])
  for counter, stop, amount in string.gmatch(record, ' (%S+) (%d+) (%d+)') do
    local known_stop, count = parsed(redis.call('HGET', key, counter))
    if known_stop == tonumber(stop) then
      set(counter, stop .. ' ' .. whole(math.max(0, count - tonumber(amount) + tonumber(ARGV[at] or amount))))
    end
    at = at + 1
  end
end
finish()
return {now + DAY, lost}
`;
