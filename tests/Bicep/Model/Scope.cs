using SoraFunctions.Bicep.Tests.Language;

namespace SoraFunctions.Bicep.Tests.Model;

/// <summary>What names mean at one place of a file.</summary>
/// <param name="Template">The file.</param>
/// <param name="Outer">The place around; null at the top of the file.</param>
/// <param name="Locals">What this place adds: a <see cref="ResourceDeclaration"/>, or a <see cref="Local"/>.</param>
internal sealed record Scope(Template Template, Scope? Outer, IReadOnlyDictionary<string, object> Locals)
{
    public static Scope Top(Template template) => new(template, null, new Dictionary<string, object>());

    public Scope With(string name, object meaning) => new(Template, this, new Dictionary<string, object> { [name] = meaning });

    public Scope With(IEnumerable<ResourceDeclaration> resources) =>
        new(Template, this, resources.GroupBy(one => one.Name).ToDictionary(group => group.Key, group => (object)group.First()));

    /// <summary>What a name means here: a declaration, a local, or null.</summary>
    public object? Find(string name) => Locals.GetValueOrDefault(name) ?? (Outer is null ? Template.Symbol(name) : Outer.Find(name));
}

/// <summary>A name of a loop or a lambda.</summary>
/// <param name="Source">What a loop goes over; null when unknown.</param>
/// <param name="Place">Where that stands.</param>
internal sealed record Local(Expression? Source, Scope? Place);
