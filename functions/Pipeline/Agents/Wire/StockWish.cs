using System.ComponentModel;
using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Agents.Wire;

/// <summary>The body of <c>POST /v1/agents/stock</c>: how many there are of some items.</summary>
public sealed partial record StockWish
{
    private const int MostItems = 1_000;
    private const int MostOfOne = 1_000_000_000;

    /// <summary>The items.</summary>
    [Description("1 to 1,000 items; others stay as they are.")]
    public required IReadOnlyList<StockItemWish> Items { get; init; }

    /// <summary>The counts.</summary>
    /// <exception cref="RequestException">They are not acceptable; the first fault is named.</exception>
    public IReadOnlyList<(string Item, int? Quantity)> Counts()
    {
        if (Items.Count is 0 or > MostItems)
        {
            throw new RequestException(new RequestError("items", $"items must be 1 to {MostItems} items."));
        }

        foreach (var (index, item) in Items.Index())
        {
            if (!IdForm().IsMatch(item.Id))
            {
                throw new RequestException(new RequestError($"items[{index}].id", $"items[{index}].id must be the id of an item in the feed, such as item_0123456789abcdef."));
            }

            if (item.Quantity is < 0 or > MostOfOne)
            {
                throw new RequestException(new RequestError($"items[{index}].quantity", $"items[{index}].quantity must be 0 to {MostOfOne}, or null for no longer counted."));
            }
        }

        return [.. Items.Select(item => (item.Id, item.Quantity))];
    }

    [GeneratedRegex(@"\Aitem_[0-9a-f]{16}\z")]
    private static partial Regex IdForm();
}
