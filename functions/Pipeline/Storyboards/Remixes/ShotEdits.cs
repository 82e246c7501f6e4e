using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Plans;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes of what shots show and how they are filmed.</summary>
internal static class ShotEdits
{
    /// <summary>Applies what an instruction says about place, light, camera, deed and transitions; returns whether anything changed.</summary>
    public static bool Apply(Revision revision, Instruction instruction)
    {
        var (step, from) = (instruction.Step, instruction.From);
        var which = Shown(revision, instruction);
        var changed = revision.Edit(which, shot => (from?.Setting ?? shot.Setting) != shot.Setting || (from?.Light ?? shot.Light) != shot.Light ? shot : shot with
        {
            Setting = step.Setting ?? shot.Setting,
            Light = step.Light ?? shot.Light,
            Atmosphere = (instruction.Said("count") == "fewer" ? null : step.Atmosphere) ?? shot.Atmosphere,
        });
        if (step.Atmosphere is not null && instruction.Said("count") == "fewer")
        {
            revision.Warnings.Add($"'{instruction.Text}': the air has it or has it not, there is no less of it; 'no' takes it away.");
        }

        changed |= Camera(revision, instruction);
        if (step.Deed is { } deed)
        {
            foreach (var actor in Actors(revision, instruction))
            {
                changed |= DeedEdits.Apply(revision, actor, deed);
            }
        }

        changed |= step.Transition is { } kind && !instruction.Removes && revision.Edit(
            revision.Some(instruction).Where(i => i > 0),
            shot => shot.Transition.Kind == kind ? shot : shot with { Transition = kind == TransitionKind.Cut ? new Transition() : new Transition(kind, Math.Min(0.4m, shot.Seconds / 2)) });
        return changed | Stopped(revision, instruction);
    }

    /// <summary>Whether an instruction describes a scene of its own: not one that speaks of a thing that is there.</summary>
    public static bool IsScene(Revision revision, Instruction instruction) => instruction.DescribesScene
        && (instruction.IsIndefinite || instruction.Step.Subjects.Any(wish => wish.Described || CastEdits.Meant(revision.Board, wish) is null));

    /// <summary>Makes the first shot another scene.</summary>
    public static bool NewScene(Revision revision, Instruction instruction)
    {
        var ids = Ids(revision, instruction);
        revision.Edit([0], shot => Filmed(shot with { Subjects = ids }, instruction.Step));
        if (instruction.Step.Deed is { } deed)
        {
            DeedEdits.Apply(revision, 0, deed);
        }

        revision.Warnings.Add($"'{instruction.Text}' reads like a scene of its own; it became the first shot.");
        return true;
    }

    /// <summary>Ids of what an instruction names, cast where it is not there yet.</summary>
    public static string[] Ids(Revision revision, Instruction instruction) =>
    [
        .. instruction.Step.Subjects.Select(wish => (!wish.Described ? CastEdits.Meant(revision.Board, wish)?.Id : null) ?? CastEdits.Cast(revision, wish)).Distinct().Take(8),
    ];

    // What goes: a dissolve, a move of the camera, a deed.
    private static bool Stopped(Revision revision, Instruction instruction) => instruction.Gone is { } gone && revision.Edit(revision.Some(instruction), shot => shot with
    {
        Transition = gone.Transition == shot.Transition.Kind ? new Transition() : shot.Transition,
        Action = gone.Deed == shot.Action && gone.Subjects.Count == 0 ? Deed.Stand : shot.Action,
    });

    // The shots that are named, or that show what is named.
    private static IReadOnlyList<int> Shown(Revision revision, Instruction instruction)
    {
        var which = revision.Some(instruction);
        if (instruction is not { Shots: null, From: null, Removes: false, Step.Subjects: [var wish, ..] } || CastEdits.Meant(revision.Board, wish) is not { } meant)
        {
            return which;
        }

        return [.. which.Where(i => revision.Board.Shots[i].Subjects.Contains(meant.Id))];
    }

    /// <summary>A shot as a step wants it seen.</summary>
    public static Shot Filmed(Shot shot, Briefs.Step step) => shot with
    {
        Action = DeedEdits.Possible(step.Deed ?? shot.Action, shot),
        Setting = step.Setting ?? shot.Setting,
        Light = step.Light ?? shot.Light,
        Atmosphere = step.Atmosphere,
        Camera = Aimed(shot.Camera, step),
        Caption = step.Caption ?? shot.Caption,
    };

    private static bool Camera(Revision revision, Instruction instruction)
    {
        var step = instruction.Step;
        if (instruction.Said("camera") == "still")
        {
            return revision.Edit(revision.Some(instruction), shot => shot with { Camera = shot.Camera with { Move = CameraMove.Still } });
        }

        if (instruction.Said("framing") is { } nearer)
        {
            return revision.Edit(Shown(revision, instruction), shot => Nearer(shot, nearer == "closer" ? 1 : -1));
        }

        if (step is { Move: null, Framing: null, Elevation: null, Aperture: null })
        {
            return false;
        }

        // "Don't orbit" stops the cameras that do.
        if (instruction.Gone?.Move is { } gone)
        {
            return revision.Edit(revision.Some(instruction), shot => instruction.Shots is not null || shot.Camera.Move == gone ? shot with { Camera = shot.Camera with { Move = CameraMove.Still } } : shot);
        }

        // A camera that stands still may do so everywhere; one move everywhere would tire.
        var everywhere = instruction.Shots is not null || step is { Move: CameraMove.Still or null, Framing: null };
        if (!everywhere && revision.Board.Shots.Count > 1)
        {
            revision.Warnings.Add("The camera was changed in the first shot; name a shot, such as 'shot 2', to change another.");
        }

        return revision.Edit(everywhere ? Shown(revision, instruction) : [0], shot => shot with { Camera = Aimed(shot.Camera, step) });
    }

    private static Shot Nearer(Shot shot, int steps)
    {
        var framing = (Framing)Math.Clamp((int)shot.Camera.Framing + steps, (int)Framing.Wide, (int)Framing.Macro);
        return framing == shot.Camera.Framing ? shot : shot with { Camera = shot.Camera with { Framing = framing, Lens = Variety.LensFor(framing) } };
    }

    private static Camera Aimed(Camera camera, Briefs.Step step) => camera with
    {
        Move = step.Move ?? camera.Move,
        Framing = step.Framing ?? camera.Framing,
        Lens = step.Framing is { } framing && framing != camera.Framing ? Variety.LensFor(framing) : camera.Lens,
        Elevation = step.Elevation ?? camera.Elevation,
        Aperture = step.Aperture ?? camera.Aperture,
    };

    // Who does it: in the shots that are named, where the deed is that makes way, or where the thing is that is named.
    private static IReadOnlyList<int> Actors(Revision revision, Instruction instruction)
    {
        if (instruction.Shots is not null)
        {
            return revision.Some(instruction);
        }

        var shots = revision.Board.Shots;
        if (instruction.From?.Deed is { } old)
        {
            return [.. Enumerable.Range(0, shots.Count).Where(i => shots[i].Action == old)];
        }

        var shown = Shown(revision, instruction);
        return shown.Count == 0 ? [] : [shown.FirstOrDefault(i => shots[i].Action != Deed.Stand, shown[0])];
    }
}
