using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SoraFunctions.Pipeline.Agents.Wire;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Reports.Wire;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Rights.Wire;
using SoraFunctions.Pipeline.Sales.Wire;
using SoraFunctions.Pipeline.Shows.Wire;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Tests.Requests;

public class StrictJsonTests
{
    private static readonly Type[] _bodies =
    [
        typeof(AdRequest), typeof(VideoCreate), typeof(CampaignWish), typeof(ShowWish), typeof(SaleWish), typeof(AdSpendWish), typeof(PriceWish), typeof(GrantWish),
        typeof(HolderWish), typeof(RemoteWish), typeof(SellerWish), typeof(ModerationWish),
    ];

    private static readonly MethodInfo _read = typeof(StrictJsonTests).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What stands at the ends of all that is read from a body.</summary>
    public static TheoryData<Type> Leaves()
    {
        var seen = new HashSet<Type>();
        foreach (var type in _bodies)
        {
            Walk(type, seen);
        }

        return new TheoryData<Type>(seen.Where(type => WireJson.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.None));
    }

    [Theory]
    [MemberData(nameof(Leaves))]
    public void A_value_of_the_wrong_kind_is_refused_in_words_of_the_interface(Type leaf)
    {
        var refused = 0;
        foreach (var value in new[] { "{}", "[]", "-7.25", "\"\\u00ac\"", "true" })
        {
            using var body = JsonDocument.Parse($"[{value}]");
            try
            {
                _read.MakeGenericMethod(leaf).Invoke(null, [body.RootElement]);
            }
            catch (TargetInvocationException fault) when (fault.InnerException is RequestException refusal)
            {
                refused++;
                Assert.All(refusal.Errors, error => Assert.StartsWith("[0]", error.Field));
                Assert.DoesNotContain("JSON value", refusal.Message);
                Assert.DoesNotContain("System.", refusal.Message);
            }
        }

        Assert.True(refused > 0 || leaf == typeof(JsonElement), $"{leaf} takes everything.");
    }

    private static void Read<T>(JsonElement body) => StrictJson.Read<T[]>(body);

    private static void Walk(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        var info = WireJson.Options.GetTypeInfo(type);
        foreach (var next in info.Kind == JsonTypeInfoKind.Object ? info.Properties.Select(property => property.PropertyType) : info.ElementType is { } element ? [element] : [])
        {
            Walk(next, seen);
        }
    }
}
