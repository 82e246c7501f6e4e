using System.Numerics;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>
/// Finds all of many patterns in one pass over a text (Aho and Corasick, "Efficient string matching", 1975). Letters are numbered, the
/// moves from the beginning stand in a plain array and all others in one open hash table, so that a step costs a few nanoseconds.
/// </summary>
/// <typeparam name="TValue">What a pattern stands for.</typeparam>
internal sealed class AhoCorasick<TValue>
{
    /// <summary>Multiplier of Fibonacci hashing: 2^64 divided by the golden ratio.</summary>
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private const int LetterBits = 16;

    private readonly ulong[] _keys;
    private readonly int[] _moves;
    private readonly int _shift;
    private readonly int[] _first = new int[1 << LetterBits];
    private readonly int[] _fallback;
    private readonly int[] _shorter;
    private readonly (int Length, TValue Value)[][] _found;

    /// <summary>Builds the automaton.</summary>
    /// <param name="patterns">Patterns of at least one character and what they stand for.</param>
    public AhoCorasick(IEnumerable<(string Pattern, TValue Value)> patterns)
    {
        var moves = new Dictionary<(int State, char Letter), int>();
        var found = new List<List<(int, TValue)>> { new() };
        var parents = new List<(int Parent, char Letter)> { (0, '\0') };
        foreach (var (pattern, value) in patterns)
        {
            var state = 0;
            foreach (var letter in pattern)
            {
                if (!moves.TryGetValue((state, letter), out var next))
                {
                    next = found.Count;
                    moves[(state, letter)] = next;
                    found.Add([]);
                    parents.Add((state, letter));
                }

                state = next;
            }

            found[state].Add((pattern.Length, value));
        }

        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, moves.Count * 2));
        _shift = 64 - BitOperations.Log2(size);
        _keys = new ulong[size];
        _moves = new int[size];
        foreach (var ((state, letter), next) in moves)
        {
            Put(state, letter, next);
        }

        _found = [.. found.Select(some => some.ToArray())];
        _fallback = new int[_found.Length];
        _shorter = new int[_found.Length];
        foreach (var state in ByDepth(parents))
        {
            var (parent, letter) = parents[state];
            _fallback[state] = parent == 0 ? 0 : Step(_fallback[parent], letter);
            _shorter[state] = _found[_fallback[state]].Length > 0 ? _fallback[state] : _shorter[_fallback[state]];
        }
    }

    /// <summary>Hands every occurrence over, ordered by its end.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="taker">Who takes them.</param>
    /// <param name="take">Is given the taker, first character, one past the last, and what was found.</param>
    public void Find<TTaker>(string text, TTaker taker, Action<TTaker, int, int, TValue> take)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Step(state, text[i]);
            for (var at = _found[state].Length > 0 ? state : _shorter[state]; at != 0; at = _shorter[at])
            {
                foreach (var (length, value) in _found[at])
                {
                    take(taker, i + 1 - length, i + 1, value);
                }
            }
        }
    }

    private static IEnumerable<int> ByDepth(List<(int Parent, char Letter)> parents)
    {
        // A child's number is larger than its parent's, so depths follow in one sweep.
        var depths = new int[parents.Count];
        for (var state = 1; state < depths.Length; state++)
        {
            depths[state] = depths[parents[state].Parent] + 1;
        }

        return Enumerable.Range(1, depths.Length - 1).OrderBy(state => depths[state]);
    }

    private int Step(int state, char letter)
    {
        while (state != 0)
        {
            var key = Key(state, letter);
            for (var slot = Slot(key); _keys[slot] != 0; slot = (slot + 1) & (_keys.Length - 1))
            {
                if (_keys[slot] == key)
                {
                    return _moves[slot];
                }
            }

            state = _fallback[state];
        }

        return _first[letter];
    }

    private void Put(int state, char letter, int next)
    {
        if (state == 0)
        {
            _first[letter] = next;
            return;
        }

        var key = Key(state, letter);
        var slot = Slot(key);
        while (_keys[slot] != 0)
        {
            slot = (slot + 1) & (_keys.Length - 1);
        }

        _keys[slot] = key;
        _moves[slot] = next;
    }

    // Never zero, since no state but the first is zero: zero marks an empty slot.
    private static ulong Key(int state, char letter) => ((ulong)(uint)state << LetterBits) | letter;

    private int Slot(ulong key) => (int)((key * Golden) >> _shift);
}
