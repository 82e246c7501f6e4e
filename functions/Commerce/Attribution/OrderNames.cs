namespace SoraFunctions.Commerce.Attribution;

/// <summary>Names of orders of which some mean the same (a disjoint-set forest). An order goes by the first of its names in the alphabet.</summary>
public sealed class OrderNames
{
    private readonly Dictionary<string, string> _above = [];

    /// <summary>Says that two names mean one order.</summary>
    /// <param name="one">One name.</param>
    /// <param name="other">Another.</param>
    public void Join(string one, string other)
    {
        var (a, b) = (Of(one), Of(other));
        if (string.CompareOrdinal(a, b) < 0)
        {
            _above[b] = a;
        }
        else if (a != b)
        {
            _above[a] = b;
        }
    }

    /// <summary>The name that the order goes by.</summary>
    /// <param name="name">Any of its names.</param>
    public string Of(string name)
    {
        var root = name;
        while (_above.TryGetValue(root, out var above))
        {
            root = above;
        }

        while (_above.TryGetValue(name, out var above))
        {
            _above[name] = root;
            name = above;
        }

        return root;
    }
}
