/// Roles by the names that mark-up gives to sections, divisions, lists and notes.
enum XMLRoleNames {
  /// The role that a `name` or `type` such as `agenda` stands for, or nil.
  static func role(_ name: String?) -> Role? {
    switch name {
    case "agenda", "orderOfBusiness", "orderOfTheDay": .agenda
    case "attendance", "quorum", "rollCall", "participants": .attendance
    case "decision", "decisions", "resolution", "resolutions": .resolution
    case "vote", "voting", "recount", "vote-ayes", "vote-noes": .vote
    case "signature", "signatures": .signature
    default: nil
    }
  }
}
