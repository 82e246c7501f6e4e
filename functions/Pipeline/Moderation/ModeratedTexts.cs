using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>Everything in an order that will be seen, heard or obeyed.</summary>
public static class ModeratedTexts
{
    /// <summary>The texts of a request, its storyboard's included, with their fields.</summary>
    public static IReadOnlyList<ModeratedText> Of(VideoRequest request)
    {
        var consented = (request.Characters ?? []).Where(character => character.Person).Select(character => character.Name).ToList();
        return [.. Fields(request).Select(text => consented.Count == 0 ? text : text with { Consented = consented })];
    }

    private static IReadOnlyList<ModeratedText> Fields(VideoRequest request) =>
        Kept(
        [
            ("prompt", request.Prompt),
            ("change", request.Change),
            ("product.title", request.Product?.Title),
            ("product.description", request.Product?.Description),
            .. (request.Product?.Translations ?? []).SelectMany((one, i) => ((string, string?)[])
                [($"product.translations[{i}].title", one.Title), ($"product.translations[{i}].description", one.Description)]),
            ("brand.name", request.Brand?.Name),
            ("legal", request.Legal),
            ("link.campaign", request.Link?.Campaign),
            .. request.Storyboard is { } storyboard ? Fields(storyboard) : [],
        ]);

    /// <summary>The texts of a storyboard, with their fields.</summary>
    public static IReadOnlyList<ModeratedText> Of(Storyboard storyboard) => Kept(Fields(storyboard));

    private static IEnumerable<(string Field, string? Text)> Fields(Storyboard storyboard)
    {
        yield return ("storyboard.title", storyboard.Title);
        for (var i = 0; i < storyboard.Cast.Count; i++)
        {
            yield return ($"storyboard.cast[{i}].name", storyboard.Cast[i].Name);
            yield return ($"storyboard.cast[{i}].id", storyboard.Cast[i].Id);
        }

        for (var i = 0; i < storyboard.Shots.Count; i++)
        {
            yield return ($"storyboard.shots[{i}].caption.text", storyboard.Shots[i].Caption?.Text);
            yield return ($"storyboard.shots[{i}].caption.was", storyboard.Shots[i].Caption?.Was);
            yield return ($"storyboard.shots[{i}].line", storyboard.Shots[i].Line);
        }

        foreach (var (i, line) in (storyboard.Sound.Said ?? []).Index())
        {
            yield return ($"storyboard.sound.said[{i}].text", line.Text);
        }

        yield return ("storyboard.end_card.title", storyboard.EndCard?.Title);
        yield return ("storyboard.end_card.price", storyboard.EndCard?.Price);
        yield return ("storyboard.end_card.was", storyboard.EndCard?.Was);
        yield return ("storyboard.end_card.rating.text", storyboard.EndCard?.Rating?.Text);
        yield return ("storyboard.end_card.call_to_action", storyboard.EndCard?.CallToAction);
        yield return ("storyboard.end_card.brand", storyboard.EndCard?.Brand);
        yield return ("storyboard.legal", storyboard.Legal);
    }

    private static IReadOnlyList<ModeratedText> Kept(IEnumerable<(string Field, string? Text)> fields) =>
    [
        .. fields.Where(field => !string.IsNullOrWhiteSpace(field.Text))
            .Select(field => new ModeratedText(field.Field, field.Text!)),
    ];
}
