namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>
/// Finds all of many patterns in one pass over a text (Aho and Corasick, "Efficient string matching", 1975).
/// </summary>
/// <typeparam name="TValue">What a pattern stands for.</typeparam>
internal sealed class AhoCorasick<TValue>
{
    private readonly Dictionary<(int State, char Letter), int> _next = [];
    private readonly List<List<(int Length, TValue Value)>> _found = [[]];
    private readonly int[] _fallback;
    private readonly int[] _shorter;

    /// <summary>Builds the automaton.</summary>
    /// <param name="patterns">Patterns of at least one character and what they stand for.</param>
    public AhoCorasick(IEnumerable<(string Pattern, TValue Value)> patterns)
    {
        var parents = new List<(int Parent, char Letter)> { (0, '\0') };
        foreach (var (pattern, value) in patterns)
        {
            var state = 0;
            foreach (var letter in pattern)
            {
                if (!_next.TryGetValue((state, letter), out var next))
                {
                    next = _found.Count;
                    _next[(state, letter)] = next;
                    _found.Add([]);
                    parents.Add((state, letter));
                }

                state = next;
            }

            _found[state].Add((pattern.Length, value));
        }

        _fallback = new int[_found.Count];
        _shorter = new int[_found.Count];
        foreach (var state in ByDepth(parents))
        {
            var (parent, letter) = parents[state];
            _fallback[state] = parent == 0 ? 0 : Step(_fallback[parent], letter);
            _shorter[state] = _found[_fallback[state]].Count > 0 ? _fallback[state] : _shorter[_fallback[state]];
        }
    }

    /// <summary>Every occurrence, ordered by its end.</summary>
    public IEnumerable<(int Start, int End, TValue Value)> Find(string text)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Step(state, text[i]);
            for (var at = state; at != 0; at = _shorter[at])
            {
                foreach (var (length, value) in _found[at])
                {
                    yield return (i + 1 - length, i + 1, value);
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
        int next;
        while (!_next.TryGetValue((state, letter), out next))
        {
            if (state == 0)
            {
                return 0;
            }

            state = _fallback[state];
        }

        return next;
    }
}
